import type { Involvement } from '../../src/incidents/concern.ts';
import type { CaseEvents } from '../../src/incidents/events.ts';
import type { Json } from '../../src/records/canonical.ts';
import type { NewEvent } from '../../src/records/journal.ts';
import { raised } from './concerns.ts';
import { addToLog } from './old-log.ts';
import type { SchoolUnderTest } from './school.ts';

/** Some cases that are alike. */
export interface SomeCases {
  count: number;
  /** Moment they were received, ISO. */
  received: string;
  type?: string;
  severity?: 'low' | 'medium' | 'high';
  where?: string;
  people?: Involvement[];
  lane?: CaseEvents['concern raised']['lane'];
  /** Noted upon in the same minute, and closed with this outcome; left open without one. */
  outcome?: string;
  referred?: 'police';
}

/** Lets cases of earlier days stand in the school's log. */
export function withCases(school: SchoolUnderTest, lots: readonly SomeCases[]): void {
  let count = 0;
  addToLog(
    school,
    lots.map((lot) => ({
      at: lot.received,
      events: Array.from({ length: lot.count }, () => {
        count += 1;
        return eventsOf(lot, `C-PAST${count}`);
      }).flat(),
    })),
  );
}

function eventsOf({ type = 'nudes', severity, where = '', people = [], lane = 'dsl', outcome, referred }: SomeCases, subject: string): NewEvent[] {
  const event = (action: string, payload: unknown): NewEvent => ({ action, subject, payload: payload as Json });
  const second = { email: '', name: 'A. Governor' };
  const end = { summary: 'Done.', second, parentsTold: { told: false, at: '', byWhom: '', whyNot: 'No pupil' }, lessons: '', policyChange: '' };
  return [
    event('concern raised', raised({ typeHint: type, where, people, lane })),
    ...(severity ? [event('case classified', { types: [type], severity, proposed: severity, why: '' })] : []),
    ...(referred ? [event('case decision recorded', { agency: referred, referred: true, why: 'w', at: '', spokeTo: '', theirReference: '' })] : []),
    ...(outcome ? [event('case note added', { text: 'Seen to', where: 'page' }), event('case closed', { outcome, ...end })] : []),
  ];
}
