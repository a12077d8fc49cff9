import { outboxTable } from '../../records/outbox.ts';
import { ukDate } from '../../school/calendar.ts';
import type { Memory } from '../../school/settings.script.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { settingsIn } from '../asking/agreement-settings.script.ts';
import { heldBackNow } from '../asking/people.ts';
import { dueForJoiners, type HeldBack } from '../asking/people-changes.ts';
import { isRunning, stillToAsk } from '../asking/round.ts';
import { type RoundRow, roundTable } from '../asking/rounds.ts';
import { type Audience, type FormKind, SIGNING } from '../audience.ts';
import { consentTable } from '../consents.ts';
import { type AgreementRow, agreementTable, type FormRow, formTable } from '../published.ts';
import { signatureTable } from '../signatures.ts';
import { type StandingRow, standingsByAgreement, standingTable } from '../standings.ts';
import { type NeedsDoing, whatNeedsDoing } from './needs-doing.ts';
import { type Bar, barsOf, groupingOf, type Picture, pictureOf } from './overview.ts';

/** The page of those who keep the register: what is to be done, where everybody stands, what is in use. */
export interface Overview {
  /** When it was counted: `dd/MM/yyyy HH:mm`. */
  counted: string;
  mayApprove: boolean;
  needs: NeedsDoing;
  /** Mails about agreements that Google would not send. */
  refusedMails: { to: string; why: string }[];
  /** Who is gone from the list of people all at once: not closed before the office has said that they have left. */
  heldBack: HeldBack[];
  /** The picture of everything first, then of each agreement in use. */
  pictures: { agreementId: string; bars: Bar[] }[];
  agreements: AgreementInUse[];
  /** What is in use no more, with what was signed. */
  retired: { id: string; title: string }[];
  rounds: RunningRound[];
  /** Whom a Google Doc must be shared with to be read here. */
  roleAccount: string;
  /** By when people would sign again after a change made today: `dd/MM/yyyy`. */
  signAgainBy: string;
}

export interface AgreementInUse {
  id: string;
  title: string;
  audience: Audience;
  alsoFor: Audience[];
  /** Whom it is for, in words. */
  isFor: string[];
  className: string;
  version: number;
  /** dd/MM/yyyy */
  since: string;
  /** Whether anybody is asked: from its first round on. */
  asks: boolean;
  isYearly: boolean;
  forms: { kind: FormKind; address: string }[];
}

/** People being asked just now, part by part. */
export interface RunningRound {
  id: string;
  titles: string[];
  /** dd/MM/yyyy */
  due: string;
  asked: number;
  left: number;
}

/** Everything there is to see at one moment: one read of the records, however many people. */
export function seeAgreements(_: Record<string, never>, visit: Visit, memory: Memory): Overview {
  const { me, school, records, roll, now } = visit;
  const view = records.view([agreementTable, formTable, standingTable, signatureTable, consentTable, roundTable, outboxTable]);
  const picture = pictureOf(view, visit);
  const forms = view.rows(formTable);
  const settings = settingsIn(memory);
  const inUse = picture.agreements.filter(({ retired }) => !retired);
  const running = view.rows(roundTable).filter(isRunning);
  return {
    counted: ukTime(now),
    mayApprove: me.posts.includes('approver'),
    needs: whatNeedsDoing({ ...picture, forms, settings, signatures: view.rows(signatureTable), consents: view.rows(consentTable) }, roll, school),
    refusedMails: view
      .rows(outboxTable)
      // Other mails may be about concerns: those who read this page learn nothing of them.
      .filter(({ state, mayWait }) => state === 'refused' && mayWait === true)
      .map(({ to, why }) => ({ to: to.join(', '), why: why ?? '' })),
    heldBack: heldBackNow(view, { roll, school, today: picture.today }),
    pictures: ['', ...inUse.map(({ id }) => id)].map((agreementId) => ({ agreementId, bars: pictureFor(agreementId, picture) })),
    agreements: inUse.map((agreement) => inUseOf(agreement, forms)),
    retired: picture.agreements.filter((agreement) => agreement.retired && agreement.className === '').map(({ id, title }) => ({ id, title })),
    rounds: running.map((round) => progressOf(round, picture, view.rows(standingTable))),
    roleAccount: school.roleAccount,
    signAgainBy: ukDate(dueForJoiners(picture.today, school, settings.dueAfterDays)),
  };
}

function pictureFor(agreementId: string, { agreements, places }: Picture): Bar[] {
  const own = agreementId === '' ? places : places.filter((place) => place.agreementId === agreementId);
  return barsOf(own, groupingOf(places, agreements, agreementId));
}

export function inUseOf(agreement: AgreementRow, forms: readonly FormRow[]): AgreementInUse {
  const { id, title, audience, alsoFor, className, version, effective, asks } = agreement;
  return {
    ...{ id, title, audience, alsoFor: alsoFor as Audience[], className, version, asks, since: ukDate(effective), isYearly: SIGNING[audience].isYearly },
    isFor: [audience, ...(alsoFor as Audience[])].map((each) => (each === 'class' ? className : SIGNING[each].name)),
    forms: forms.filter((form) => form.agreementId === id && form.inUse).map(({ kind, address }) => ({ kind, address })),
  };
}

function progressOf(round: RoundRow, { agreements, members, places, today }: Picture, standings: readonly StandingRow[]): RunningRound {
  const chosen = agreements.filter(({ id, retired }) => round.agreements.includes(id) && !retired);
  const byAgreement = standingsByAgreement(standings);
  const left = chosen.map(
    (agreement) => stillToAsk(round, agreement, members.get(agreement.id) ?? [], byAgreement.get(agreement.id) ?? new Map(), today).length,
  );
  return {
    id: round.id,
    titles: chosen.map(({ title }) => title),
    due: ukDate(round.due),
    asked: places.filter(({ row }) => row?.round === round.id).length,
    left: left.reduce((sum, each) => sum + each, 0),
  };
}
