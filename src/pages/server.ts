import { GASClient } from 'gas-client';
import type * as office from '../office.ts';
import { type Answer, isPress, type VisitFacts } from './answer.ts';

/** The doors of a script that a page may call, with the types the server has: a renamed door fails to compile here. */
type DoorsOf<Script> = { [Name in keyof Script as Script[Name] extends (input: never) => Answer<unknown> ? Name : never]: Script[Name] };
type Doors = DoorsOf<typeof office>;
type Input<Door> = Door extends (input: infer Taken) => unknown ? Taken : never;
type Value<Door> = Door extends (input: never) => Answer<infer Given> ? Given : never;

/** The server said no, or could not be reached. The message is for the person; nothing they typed is gone. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly field?: string,
    /** The server's short name for what was wrong. */
    readonly code = '',
  ) {
    super(message);
  }
}

const { serverFunctions } = new GASClient<Record<string, (input: unknown) => Answer<unknown>>>();

/** A door's value with what is known of the visit. */
export interface Here<Name extends keyof Doors> {
  value: Value<Doors[Name]>;
  visit: VisitFacts;
}

/**
 * Calls a door of the office.
 * @throws Refused, also when the line is down
 */
export const call: <Name extends keyof Doors & string>(name: Name, input: Input<Doors[Name]>) => Promise<Here<Name>> = caller<typeof office>();

/** The same for the doors of whichever script a page belongs to. */
export function caller<Script>() {
  return async <Name extends keyof DoorsOf<Script> & string>(
    name: Name,
    input: Input<DoorsOf<Script>[Name]>,
  ): Promise<{ value: Value<DoorsOf<Script>[Name]>; visit: VisitFacts }> => {
    let answer: Answer<unknown>;
    try {
      answer = (await serverFunctions[name]?.(input)) as Answer<unknown>;
    } catch {
      throw new Refused(
        `We could not reach the school’s system. ${isPress(input) ? 'What you typed is still here: check' : 'Check'} the connection and try again. If a child may be in danger now, do not wait: telephone.`,
      );
    }
    if (!answer.ok) throw new Refused(answer.message, answer.field, answer.code);
    return { value: answer.value as Value<DoorsOf<Script>[Name]>, visit: answer.visit };
  };
}

/**
 * Keys that make a repeated press the same request: the same content keeps its key, so it is recorded once however often the button is
 * pressed. Changed content gets a new one, so that what was added after an unsure press is never taken for the repeat of it.
 */
export class PressKeys {
  private content = '';
  private key = '';

  keyFor(content: unknown): string {
    const text = JSON.stringify(content);
    if (this.key === '' || text !== this.content) this.key = newKey();
    this.content = text;
    return this.key;
  }

  /** The request was answered: the same words again are a new request. */
  answered(): void {
    this.key = '';
  }
}

export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
