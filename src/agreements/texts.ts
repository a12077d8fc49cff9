import type { Records } from '../records/records.ts';
import type { AgreementVersion } from './agreement.ts';
import { agreementSubject, is } from './events.ts';
import type { SignatureRow } from './signatures.ts';

/** The texts that signatures refer to, each agreement's versions read once: two calls an agreement, however many signatures. */
export class TextsSigned {
  private readonly found = new Map<string, AgreementVersion[]>();

  constructor(private readonly records: Pick<Records, 'history'>) {}

  /** The text that was signed, from the event that published that version. */
  of({ agreementId, version }: Pick<SignatureRow, 'agreementId' | 'version'>): AgreementVersion {
    const text = this.versionsOf(agreementId).find((each) => each.version === version);
    if (!text) throw new Error(`the journal holds no text of ${agreementId} version ${version}`);
    return text;
  }

  /** Every version there was, oldest first. */
  versionsOf(agreementId: string): AgreementVersion[] {
    const known = this.found.get(agreementId);
    if (known) return known;
    const versions = this.records
      .history(agreementSubject(agreementId))
      .flatMap((event) => (is(event, 'agreement published') ? [event.payload.agreement] : []));
    this.found.set(agreementId, versions);
    return versions;
  }
}
