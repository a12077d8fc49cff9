import { ukDate } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Memory } from '../../school/settings.script.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { type AgreementText, type AgreementVersion, plainText, type VersionFacts } from '../agreement.ts';
import { settingsIn } from '../asking/agreement-settings.script.ts';
import { dueForJoiners } from '../asking/people-changes.ts';
import { agreementSubject, is } from '../events.ts';
import { formProblems } from '../forms/form-problems.form.ts';
import { agreementTable, formTable } from '../published.ts';
import { standingTable } from '../standings.ts';
import { pictureOf } from './overview.ts';
import { type AgreementInUse, inUseOf } from './see-agreements.ts';

/** Days are `dd/MM/yyyy`. */
export interface AgreementOpened {
  agreement: AgreementInUse;
  retired: boolean;
  /** As it is in use now. */
  text: AgreementText;
  /** The newest first. */
  versions: VersionLine[];
  /** Whoever would be asked again after a material change. */
  people: number;
  /** By when they would sign again, unless another day is chosen. */
  signAgainBy: string;
}

export interface VersionLine {
  version: number;
  change: VersionFacts['change'];
  effective: string;
  approvedBy: string;
  /** dd/MM/yyyy HH:mm */
  published: string;
  by: string;
  sha256: string;
  /** What people were shown. */
  text: string;
}

/**
 * One agreement with every text it ever had: what was signed stays readable for ever (A13).
 * @throws Refusal when there is none of that id
 */
export function openAgreement({ id }: { id: string }, visit: Visit, memory: Memory): AgreementOpened {
  const { records, school } = visit;
  const view = records.view([agreementTable, formTable, standingTable]);
  const row = view.find(agreementTable, id);
  const published = row ? records.history(agreementSubject(id)).flatMap((event) => (is(event, 'agreement published') ? [event] : [])) : [];
  const [latest] = published.slice(-1);
  if (!row || !latest) throw new Refusal('no-such-agreement', 'There is no agreement here. Open it from the page of agreements.');
  const { places, today } = pictureOf(view, visit);
  return {
    agreement: inUseOf(row, view.rows(formTable)),
    retired: row.retired,
    text: textOf(latest.payload.agreement),
    versions: published.reverse().map(({ payload: { agreement, facts }, at, actor }) => ({
      ...{ version: agreement.version, change: facts.change, effective: ukDate(facts.effective), approvedBy: facts.approvedBy },
      ...{ published: ukTime(at), by: actor, sha256: agreement.sha256, text: plainText(agreement) },
    })),
    people: row.asks ? places.filter((place) => place.agreementId === id && place.segment !== 'closed').length : 0,
    signAgainBy: ukDate(dueForJoiners(today, school, settingsIn(memory).dueAfterDays)),
  };
}

function textOf({ title, audience, alsoFor, introduction, sections, permissions, signatureFields }: AgreementVersion): AgreementText {
  return { title, audience, alsoFor, introduction, sections, permissions, signatureFields };
}

/** What keeps an agreement's forms from being answered, in sentences. Asked for by itself: looking takes some seconds a form. */
export function checkForms({ id }: { id: string }, { records, school }: Visit): { problems: string[] } {
  const view = records.view([agreementTable, formTable]);
  const row = view.find(agreementTable, id);
  return { problems: row && !row.retired ? formProblems(row, view.rows(formTable), school).map(({ message }) => message) : [] };
}
