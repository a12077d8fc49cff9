import type { FlagEvents } from '../../src/messages/flag.ts';
import type { Json } from '../../src/records/canonical.ts';
import type { NewEvent } from '../../src/records/journal.ts';
import { involved, raised } from './concerns.ts';
import { addToLog } from './old-log.ts';
import type { SchoolUnderTest } from './school.ts';

type Flagged = FlagEvents['message flagged'];

/** When these messages came: Monday 7 September 2026, half past eight in London. */
export const CAME = '2026-09-07T07:30:00.000Z';

/** A flagged message about bullying without a case, from one pupil to another. */
export function flagged(flag: string, change: Partial<Omit<Flagged, 'evidence'>> & { evidence?: Partial<Flagged['evidence']> } = {}): Flagged {
  const { evidence, ...rest } = change;
  return {
    ...{ flag, reference: '', route: 'rule', category: 'bullying', severity: 1, scorer: '1', fingerprint: `print-${flag}`, lane: 'dsl', named: [] },
    reasons: [
      {
        rule: 'own:spotted',
        what: 'Words that the school looks for',
        version: 1,
        category: 'bullying',
        severity: 1,
        words: 'nobody likes you on spotted',
        against: '',
      },
    ],
    evidence: {
      ...{ messageId: `<${flag}@q.example>`, gmailId: `g-${flag}`, threadId: `t-${flag}`, from: 'one@quillhaven.example', to: ['two@quillhaven.example'] },
      ...{ cc: [], date: CAME, received: CAME, subject: 'You', text: `What ${flag} said.`, textHash: 'a1', attachments: [] },
      ...evidence,
    },
    ...rest,
  };
}

/** Lets flagged messages stand in the school's log: those with a reference with a case that tells what they said. */
export function withFlags(school: SchoolUnderTest, flags: readonly Flagged[]): void {
  addToLog(school, [{ at: CAME, events: flags.flatMap(eventsOf) }]);
}

function eventsOf(payload: Flagged): NewEvent[] {
  const { flag, reference, lane, named } = payload;
  const event = (action: string, what: unknown): NewEvent => ({ action, subject: reference || flag, payload: what as Json });
  if (reference === '') return [event('message flagged', payload)];
  return [
    event('concern raised', raised({ story: `The story of ${flag}.`, lane, people: named.map((email) => involved('affected', email)) })),
    event('message flagged', { ...payload, evidence: { ...payload.evidence, text: '' } }),
  ];
}
