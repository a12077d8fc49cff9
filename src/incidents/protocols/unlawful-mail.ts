import { isForSupport } from '../mail/evidence.ts';
import { YES_NO_UNKNOWN } from './answers.ts';
import { concernsImages } from './asks.ts';
import type { Protocol, ProtocolFacts } from './protocol.ts';
import { SOURCES } from './sources.ts';

/** What the police should hear of when it stands in a mail; for the others somebody may begin it. */
const UNLAWFUL = ['threat', 'hate', 'sexual', 'nudes', 'radicalisation', 'drugs'];

const mayShowChild = ({ row }: ProtocolFacts) => concernsImages(row) || row.facts.mail?.category === 'nudes';
const wasTold = ({ answers }: ProtocolFacts) => answers['unlawful-mail.police'] === '999' || answers['unlawful-mail.police'] === '101';

/** C4. A mail that disturbs or breaks the law: it stays where it is, nobody answers, and the police hear of it. */
export const UNLAWFUL_MAIL: Protocol = {
  id: 'unlawful-mail',
  title: 'Disturbing or unlawful mail',
  row: 'C4',
  about: 'For the DSL or a senior leader: what is kept, what nobody does with it, and whom to tell. When in doubt, ask the police.',
  source: SOURCES.bcProtocol,
  fits: ({ row }) => {
    const { mail } = row.facts;
    if (mail === undefined || isForSupport(row.facts)) return 'no';
    return UNLAWFUL.includes(mail.category) && mail.severity === 3 ? 'applies' : 'offered';
  },
  steps: [
    {
      id: 'danger',
      ask: 'Is anybody in danger now?',
      help: 'Ring 999 first if they may be, and come back to this page afterwards.',
      kind: 'choice',
      choices: YES_NO_UNKNOWN,
      source: SOURCES.danger,
    },
    {
      id: 'left',
      ask: 'The mail stays where it is: nobody replies, sends it on, deletes it or marks it as spam.',
      help: 'This case keeps its headers, its text and their fingerprint. Links in it are not followed.',
      kind: 'do',
      source: SOURCES.bcProtocol,
    },
    {
      id: 'not-looked-at',
      ask: 'Nobody looks at what was attached, and nobody copies, prints, forwards, saves or deletes it, whoever asks in school.',
      help: 'It may be an image of a child. The police say what happens with it. Whoever has seen it already writes down what they remember.',
      kind: 'do',
      when: mayShowChild,
      source: SOURCES.nudes,
    },
    {
      id: 'receiver-told',
      ask: 'Whoever got it was told: do not reply, do not delete it, do not pass it on; telling was right.',
      kind: 'do',
      source: SOURCES.bcProtocol,
    },
    {
      id: 'seniors-told',
      ask: 'Who in school was told, and when? (headteacher, technical support for the account it came from)',
      help: 'Technical support gets the address and the time, not the text. Nobody whom the case names is asked.',
      kind: 'text',
      source: SOURCES.glProcedure,
    },
    {
      id: 'held',
      ask: 'Was the mailbox held, so that Google keeps the mail whatever somebody deletes? (Vault, or the administrator’s log search)',
      kind: 'yes-no',
      optional: true,
      source: SOURCES.ruling,
    },
    {
      id: 'police',
      ask: 'Were the police told?',
      help: '999 when somebody is in danger, otherwise 101. Record the decision with its reason under “decisions” too, also one against it.',
      kind: 'choice',
      choices: [
        { value: '999', text: 'Yes, by 999' },
        { value: '101', text: 'Yes, by 101' },
        { value: 'no', text: 'No: the decision and its reason are recorded' },
      ],
      source: SOURCES.danger,
    },
    {
      id: 'reference',
      ask: 'What is the police’s reference, and what did they ask the school to do or not to do?',
      kind: 'text',
      when: wasTold,
      source: SOURCES.bcProtocol,
    },
  ],
};
