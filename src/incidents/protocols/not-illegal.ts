import { accusesStaff, isAffected, isAlleged, isPupil } from './asks.ts';
import type { Protocol, ProtocolFacts } from './protocol.ts';
import { SOURCES } from './sources.ts';

const hasPupils = ({ row }: ProtocolFacts) => isAffected(row, isPupil) || isAlleged(row, isPupil);
const wasDeliberate = ({ answers }: ProtocolFacts) => answers['not-illegal.deliberate'] === 'deliberate';

/** B9: the path for what is not a crime. */
export const NOT_ILLEGAL: Protocol = {
  id: 'not-illegal',
  title: 'Path: not illegal',
  row: 'B9',
  about: 'For the online-safety coordinator, the DSL or a senior leader, once nothing points to a crime.',
  source: SOURCES.bfFlowcharts,
  fits: ({ answers }) => (answers['illegal.kind'] === 'none' ? 'applies' : 'offered'),
  steps: [
    {
      id: 'evidence',
      ask: 'What shows what happened, and where is it kept?',
      kind: 'text',
      source: SOURCES.bfFlowcharts,
    },
    {
      id: 'deliberate',
      ask: 'By accident or on purpose?',
      kind: 'choice',
      choices: [
        { value: 'accident', text: 'By accident' },
        { value: 'deliberate', text: 'On purpose' },
        { value: 'not known', text: 'Not known yet' },
      ],
      source: SOURCES.bfFlowcharts,
    },
    {
      id: 'staff-threshold',
      ask: 'A member of staff is alleged: the questions of the harm threshold come first.',
      kind: 'do',
      when: ({ row }) => accusesStaff(row),
      source: SOURCES.lado,
    },
    {
      id: 'staff-procedure',
      ask: 'The school’s disciplinary procedure is followed, with advice from human resources.',
      kind: 'do',
      when: (facts) => accusesStaff(facts.row) && wasDeliberate(facts),
      source: SOURCES.bfFlowcharts,
    },
    {
      id: 'pupil-support',
      ask: 'Who supports the pupil?',
      kind: 'choice',
      choices: [
        { value: 'class teacher', text: 'Class teacher' },
        { value: 'coordinator', text: 'Online-safety coordinator' },
        { value: 'senior leader', text: 'Senior leader or headteacher' },
        { value: 'dsl', text: 'DSL' },
        { value: 'police officer', text: 'The school’s police officer' },
      ],
      when: hasPupils,
      source: SOURCES.bfFlowcharts,
    },
    {
      id: 'at-risk',
      ask: 'Does the child turn out to be at risk?',
      help: 'With “yes” this is a safeguarding matter: children’s social care is asked at once.',
      kind: 'yes-no',
      when: hasPupils,
      source: SOURCES.bfFlowcharts,
    },
    {
      id: 'device',
      ask: 'Is the device taken away?',
      help: 'Then the steps for search and confiscation apply.',
      kind: 'yes-no',
      optional: true,
      source: SOURCES.bfFlowcharts,
    },
    {
      id: 'parents',
      ask: 'Have the parents or carers been told, as far as it is right?',
      kind: 'yes-no',
      when: hasPupils,
      source: SOURCES.bfFlowcharts,
    },
    {
      id: 'action',
      ask: 'What does the school do, and why that?',
      help: 'The grid of sanctions says what the school’s policy asks for.',
      kind: 'text',
      source: SOURCES.bfFlowcharts,
    },
  ],
};
