import type { RecordedEvent } from '../../records/journal.ts';
import { schoolYearOf, ukDate, ukDay } from '../../school/calendar.ts';
import { fullName, type RollEntry } from '../../school/roll.ts';
import type { Visit } from '../../school/visit.ts';
import { type AgreementText, type AgreementVersion, clausesOf, versionOf } from '../agreement.ts';
import { membersOf } from '../asking/members.ts';
import { type Audience, SIGNING } from '../audience.ts';
import { BUILT_IN } from '../built-in/index.ts';
import { agreementSubject, is, standingKey } from '../events.ts';
import { type AgreementRow, addressOf, agreementTable, formTable } from '../published.ts';
import { isInForce, type State } from '../standing.ts';
import { type StandingRow, standingTable, stateNow } from '../standings.ts';
import { TextsSigned } from '../texts.ts';
import { classAgreementId, classText, rulesIn } from './class-agreement.ts';
import { classFor } from './class-people.ts';
import { parentsSent } from './share-class.ts';

/** Something the pupils of a class sign. */
export interface ToSign {
  id: string;
  title: string;
  /** The form; '' where parents sign with a link of their own. */
  formAddress: string;
}

export interface PupilStanding {
  agreementId: string;
  state: State;
  isSigned: boolean;
  /** dd/MM/yyyy; '' as long as it is not signed. */
  signed: string;
  /** In front of a member of staff: that can be undone on the page of the class. */
  inPerson: boolean;
}

export interface ClassPupil {
  person: string;
  name: string;
  /** One for each thing to sign that is theirs. */
  standings: PupilStanding[];
}

/** A class with its agreement, as its teacher sees it. */
export interface ClassView {
  className: string;
  /** `2026-27` */
  schoolYear: string;
  school: string;
  agreementId: string;
  /** 0: nothing is published yet, and the rules are those that would be. */
  version: number;
  /** dd/MM/yyyy; '' before the first. */
  published: string;
  title: string;
  introduction: string;
  rules: { schools: string[]; own: string[] };
  /** What the school gives every class today; when it is behind, the class still has something else. */
  schoolsToday: string[];
  isBehind: boolean;
  /** The class's own agreement first, once it is published; then what else is asked of its pupils. */
  toSign: ToSign[];
  /** In the order of the register. */
  pupils: ClassPupil[];
  parents: {
    /** Who have been sent this version, and who have not. */
    sent: number;
    waiting: number;
    /** Pupils of whom the list of people names no parent. */
    pupilsWithout: number;
  };
}

/**
 * A class's agreement and who of the class has signed what, for its own staff and those who keep the register (A7).
 * @throws Refusal as `classFor`
 */
export function openClass({ className }: { className: string }, visit: Visit): ClassView {
  const { school, records, now, roll } = visit;
  const { name, pupils, parents } = classFor(className, visit);
  const view = records.view([agreementTable, formTable, standingTable]);
  const agreements = view.rows(agreementTable).filter(({ retired }) => !retired);
  const id = classAgreementId(name);
  const own = agreements.find((agreement) => agreement.id === id);
  const past = own ? records.history(agreementSubject(id)) : [];
  const wanted = schoolsText(agreements, new TextsSigned(records));
  const text = own ? textIn(past, own) : classText(wanted, name, []);
  const rules = rulesIn(text);
  const asked = [...(own ? [own] : []), ...pupilAgreements(agreements)];
  const today = ukDay(now);
  const signers = new Map(asked.map((agreement) => [agreement.id, new Set(membersOf(agreement, pupils, school, today).map(({ person }) => person))]));
  const theirs = asked.filter((agreement) => agreement === own || (signers.get(agreement.id)?.size ?? 0) > 0);
  const sent = own ? parentsSent(past, own.version) : new Set<string>();
  return {
    ...{ className: name, schoolYear: schoolYearOf(today), school: school.name, agreementId: id },
    ...{ version: own?.version ?? 0, published: own ? ukDate(ukDay(own.published)) : '' },
    ...{ title: text.title, introduction: text.introduction, rules, schoolsToday: clausesOf(wanted) },
    isBehind: own !== undefined && versionOf(id, own.version, classText(wanted, name, rules.own)).sha256 !== own.sha256,
    toSign: theirs.map((agreement) => ({
      id: agreement.id,
      title: agreement.title,
      formAddress: SIGNING[agreement.audience].told === 'parents' ? '' : addressOf(view.rows(formTable), agreement.id),
    })),
    pupils: pupils.map((pupil) => ({
      person: pupil.email,
      name: fullName(pupil),
      standings: theirs
        .filter((agreement) => signers.get(agreement.id)?.has(pupil.email))
        .map((agreement) => standingOf(agreement, view.find(standingTable, standingKey({ agreementId: agreement.id, person: pupil.email })))),
    })),
    parents: {
      sent: parents.filter((parent) => sent.has(parent)).length,
      waiting: parents.filter((parent) => !sent.has(parent)).length,
      pupilsWithout: pupils.filter((pupil) => !hasParent(pupil, roll, parents)).length,
    },
  };
}

/** The agreement whose text every class of the school starts from. */
const FOR_ALL_CLASSES = 'class';

/** What the school gives every class: its own text where there is one, else the built-in. */
export function schoolsText(agreements: readonly AgreementRow[], texts: TextsSigned): AgreementText {
  const schools = agreements.find(({ id, audience, retired }) => id === FOR_ALL_CLASSES && audience === 'class' && !retired);
  return schools ? texts.of({ agreementId: schools.id, version: schools.version }) : BUILT_IN.class;
}

function textIn(past: readonly RecordedEvent[], { id, version }: AgreementRow): AgreementVersion {
  const text = past.flatMap((event) => (is(event, 'agreement published') ? [event.payload.agreement] : [])).find((each) => each.version === version);
  if (!text) throw new Error(`the journal holds no text of ${id} version ${version}`);
  return text;
}

const PUPILS: readonly Audience[] = ['ks1', 'ks2', 'secondary'];

/** Those that are asked of pupils: a text that nobody is asked for yet is only looked at. */
function pupilAgreements(agreements: readonly AgreementRow[]): AgreementRow[] {
  return agreements.filter(({ asks, audience, alsoFor }) => asks && PUPILS.some((each) => each === audience || alsoFor.includes(each)));
}

function standingOf(agreement: AgreementRow, row: StandingRow | undefined): PupilStanding {
  const state = row ? stateNow(row, agreement) : 'not asked';
  const isSigned = isInForce(state);
  const signed = isSigned && row?.signedAt ? ukDate(ukDay(row.signedAt)) : '';
  return { agreementId: agreement.id, state, isSigned, signed, inPerson: isSigned && row?.responseId === '' };
}

function hasParent({ email }: RollEntry, roll: readonly RollEntry[], parents: readonly string[]): boolean {
  return roll.some((entry) => entry.children.includes(email) && parents.includes(entry.email));
}
