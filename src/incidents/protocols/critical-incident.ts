import type { Protocol, ProtocolFacts } from './protocol.ts';
import { SOURCES } from './sources.ts';

const isCritical = ({ answers }: ProtocolFacts) => answers['critical.is'] === 'yes';
const source = SOURCES.rkCritical;

/** B19. Something so grave that the school speaks with one voice. */
export const CRITICAL_INCIDENT: Protocol = {
  id: 'critical',
  title: 'Critical incident notice',
  row: 'B19',
  about: 'For the headteacher and senior leaders. Staff are asked to say nothing on social networks unless senior leaders have agreed.',
  source,
  fits: ({ row }) => (row.severity === 'high' || row.facts.danger ? 'offered' : 'no'),
  steps: [
    { id: 'is', ask: 'Is this a critical incident for the school?', kind: 'yes-no', stops: 'no', source },
    { id: 'voice', ask: 'Which senior leader may give leave to comment?', kind: 'text', when: isCritical, source },
    {
      id: 'reminded',
      ask: 'All staff were reminded: no comment on social networks without leave of the senior leaders.',
      help: 'The reminder says neither what happened nor to whom.',
      kind: 'do',
      when: isCritical,
      source,
    },
    { id: 'how', ask: 'How were they reminded, and when? Who was away and was told later?', kind: 'text', when: isCritical, source },
  ],
};
