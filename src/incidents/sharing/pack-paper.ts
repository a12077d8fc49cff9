import { heading1, heading2, paper, paragraph, table } from '../../school/paper.ts';
import type { School } from '../../school/school.ts';
import { AGENCIES, type AgencyId } from '../tasks/agencies.ts';
import type { CaseFile } from '../working/case-file.ts';
import { ROLE_WORDS } from '../working/role-words.ts';
import { PACK_PART_IDS, PACK_PARTS, type PackPart } from './pack-parts.ts';
import { accountRows, decisionRows, messagesRows, openTaskRow, type Rows, saidRow, settledRow, stepRows } from './pack-rows.ts';
import { standIns, standingIn } from './stand-ins.ts';

/** What a pack is to be. */
export interface PackPlan {
  agency: AgencyId;
  /** The person or office it goes to. */
  withWhom: string;
  why: string;
  parts: readonly PackPart[];
  /** `personKey`s of those who are not named in it. */
  hidden: readonly string[];
}

/** Who answers for it, and when it was made: dd/MM/yyyy HH:mm. */
export interface PackMaker {
  name: string;
  email: string;
  at: string;
}

/** A case for an agency (rule 12): the parts that were chosen, and whom to ask. Files themselves are never in it. */
export function packPaper(file: CaseFile, plan: PackPlan, maker: PackMaker, school: Pick<School, 'name' | 'dslTelephone'>): string {
  const standIn = standIns(file.people, plan.hidden);
  const without = standingIn(file.people, standIn);
  const head: Rows = [
    ['For', plan.withWhom],
    ['Why it is shared', without(plan.why)],
    ['Our reference', file.reference],
    ['Made by', `${maker.name}, ${maker.email}, ${maker.at}`],
    ['Telephone of the designated safeguarding lead', school.dslTelephone],
  ];
  if (standIn.size > 0)
    head.push(['Not named', `${standIn.size} of the people in it: [Pupil A] and the like stand for a name or a part of it. Ask us if you need them.`]);
  const people: Rows = file.people.map((person) => [
    standIn.get(person) ?? listed([person.name, person.className], ', '),
    listed([ROLE_WORDS[person.role], person.kind, person.year === null ? '' : `year ${person.year}`, person.sex]),
  ]);
  const content: Record<PackPart, () => string[]> = {
    account: () => [
      ...grid(accountRows(file), without),
      ...grid(file.additions.map(saidRow), without),
      ...messagesRows(file).flatMap((rows) => [paragraph('Message'), ...grid(rows, without)]),
    ],
    people: () => grid(people, (text) => text),
    decisions: () => file.decisions.flatMap((decision) => [...grid(decisionRows(decision), without), paragraph('')]),
    steps: () => file.protocols.filter((each) => stepRows(each).length > 0).flatMap((each) => [paragraph(each.title), ...grid(stepRows(each), without)]),
    tasks: () => grid([...file.settled.map(settledRow), ...file.tasks.map(openTaskRow)], without),
    notes: () => grid(file.notes.map(saidRow), without),
    timeline: () =>
      grid(
        file.timeline.map(({ at, who, what, said }) => [listed([at, who], ', '), listed([what, said], '\n')]),
        without,
      ),
    files: () =>
      grid(
        file.files.map(({ name, bytes, sha256 }) => [without(name), `${bytes} bytes, SHA-256 ${sha256}`]),
        (text) => text,
      ),
  };
  return paper(`Referral pack ${file.reference}`, [
    paragraph(school.name),
    heading1(`Referral: ${AGENCIES[plan.agency]}`),
    paragraph('Confidential: for those it is addressed to and nobody else.'),
    table(head),
    ...PACK_PART_IDS.filter((part) => plan.parts.includes(part)).flatMap((part) => {
      const lines = content[part]();
      return [heading2(PACK_PARTS[part]), ...(lines.length === 0 ? [paragraph('None.')] : lines)];
    }),
  ]);
}

function grid(rows: Rows, without: (text: string) => string): string[] {
  return rows.length === 0 ? [] : [table(rows.map((row) => row.map(without)))];
}

function listed(parts: readonly string[], between = '; '): string {
  return parts.filter((part) => part !== '').join(between);
}
