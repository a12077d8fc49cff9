import { LOOKED, PRESSED } from './door-words.ts';
import { bannerFor, noteWebAppBuild } from './heartbeat.ts';
import { officeRecords } from './office-records.ts';
import { type Answer, isPress, type VisitFacts } from './pages/answer.ts';
import { RecordsError } from './records/errors.ts';
import { isPassing } from './records/patience.script.ts';
import { now } from './records/surroundings.script.ts';
import { checkRunsAs, isMissingRight, visitor } from './school/account.script.ts';
import { type Person, personFor } from './school/person.ts';
import { Refusal } from './school/refusal.ts';
import { rollForPages } from './school/roll.sheet.ts';
import { type School, type SchoolDraft, schoolFrom } from './school/school.ts';
import { type Memory, newReference, readMemory } from './school/settings.script.ts';
import type { Visit } from './school/visit.ts';
import { readInput, type Shape } from './shape.ts';

/** Who may use a door, and the words for somebody who may not. */
export interface Guard {
  who: string;
  admits(me: Person, school: School): boolean;
}

/** Work that follows from what a door wrote: views, then mails. The heartbeat does it again, so a failure here loses nothing. */
export type FollowUp<Value> = (value: Value, visit: Visit, memory: Memory) => void;

/**
 * Makes a use case callable from a page: finds out who is there, asks the guard, checks what was sent, runs the use case, and turns a typed error into a
 * sentence for a person. Only an answer comes back, never a thrown error, so that the page always knows what to say.
 */
export function door<Input, Value>(
  guard: Guard,
  shape: () => Shape<Input>,
  useCase: (input: Input, visit: Visit, memory: Memory) => Value,
  ...followUps: FollowUp<NoInfer<Value>>[]
): (input: Input) => Answer<Value> {
  return (input) =>
    answering(input, () => {
      const memory = readMemory();
      const school = schoolFrom(memory.school);
      const visit = visitOf(memory, school);
      quietly(() => noteWebAppBuild(memory));
      if (!guard.admits(visit.me, school)) throw new Refusal('not-yours', `This page is for ${guard.who}. You are signed in as ${visit.me.email}.`);
      const value = useCase(readInput(shape(), input), visit, memory);
      for (const follow of followUps) quietly(() => follow(value, visit, memory));
      return { value, visit: factsFor(visit, memory) };
    });
}

/** A door for the role account alone, open before the school is set up. */
export function setUpDoor<Input, Value>(shape: () => Shape<Input>, useCase: (input: Input, memory: Memory) => Value): (input: Input) => Answer<Value> {
  return (input) =>
    answering(input, () => {
      const memory = readMemory();
      const me = roleAccountOnly(memory.school);
      quietly(() => noteWebAppBuild(memory));
      const facts: VisitFacts = {
        me: { name: me, email: me },
        school: { name: memory.school.name ?? '', dslTelephone: memory.school.dslTelephone ?? '', address: memory.school.address ?? '' },
        banner: '',
      };
      return { value: useCase(readInput(shape(), input), memory), visit: facts };
    });
}

/** Who is there and what they may be given. */
function visitOf(memory: Memory, school: School): Visit {
  checkRunsAs(school);
  const email = visitor();
  if (email === '' || !email.endsWith(`@${school.domain}`)) {
    throw new Refusal(
      'not-signed-in',
      `Google does not say who you are. Sign in with your account ending in @${school.domain}, in a browser window where no other account is signed in. Or telephone the designated safeguarding lead on ${school.dslTelephone}.`,
    );
  }
  const at = now();
  const roll = rollForPages(memory.files['people'], at);
  return { me: personFor(email, school, roll), school, now: at, records: officeRecords(memory), roll, rest: memory.rest, newReference };
}

function roleAccountOnly(school: SchoolDraft): string {
  if (school.roleAccount === undefined)
    throw new Refusal('not-started', 'Open the script editor as the role account and run "start" once. Then come back to this page.');
  checkRunsAs(school);
  if (visitor() !== school.roleAccount) throw new Refusal('not-yours', `This page is for the role account, ${school.roleAccount}. Sign in as that account.`);
  return school.roleAccount;
}

function factsFor({ me, school, now }: Visit, memory: Memory): VisitFacts {
  const { name, dslTelephone, address } = school;
  return { me: { name: me.name, email: me.email }, school: { name, dslTelephone, address }, banner: bannerFor(memory, now) };
}

function answering<Value>(input: unknown, work: () => { value: Value; visit: VisitFacts }): Answer<Value> {
  try {
    return { ok: true, ...work() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, message: error.message, ...(error.field === undefined ? {} : { field: error.field }) };
    const words = isPress(input) ? PRESSED : LOOKED;
    if (error instanceof RecordsError) return { ok: false, code: 'records', message: error.isOfThePress && !isPress(input) ? words.busy : error.message };
    // No content in logs: the error's own words are Google's or ours, never a person's.
    console.error(String((error as Error).stack ?? error));
    if (isMissingRight(error)) return { ok: false, code: 'rights-missing', message: words.rightsMissing };
    if (isPassing(error)) return { ok: false, code: 'busy', message: words.busy };
    return { ok: false, code: 'unexpected', message: words.unexpected };
  }
}

function quietly(work: () => void): void {
  try {
    work();
  } catch (error) {
    console.warn(`left for the heartbeat: ${String((error as Error).message ?? error)}`);
  }
}
