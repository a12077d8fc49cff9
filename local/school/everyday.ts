import { MIME } from '../workspace/drive.ts';
import { compose } from '../workspace/mail/compose.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { DOMAIN, people } from './staff.ts';

interface Letter {
  from: string;
  to: string;
  subject: string;
  text: string;
}

const at = (name: string) => `${name}@${DOMAIN}`;

/** Mail of an ordinary morning: nothing in it concerns safeguarding. */
const LETTERS: readonly Letter[] = [
  {
    from: people.head,
    to: at('staff'),
    subject: 'This week at Quillhaven',
    text: 'Good morning, all.\n\nAssembly on Tuesday is Year 4’s. The hall is out of use on Thursday afternoon while the lights are mended, so PE is outside if it stays dry.\n\nThank you for a calm start to the week.\n\nRuth',
  },
  {
    from: people.siteManager,
    to: at('staff'),
    subject: 'Car park gate',
    text: 'The car park gate will be shut at 8.40 from now on. Please come in by the side entrance after that.\n\nTerry',
  },
  {
    from: people.officeManager,
    to: at('teachers'),
    subject: 'Trip money: please send your lists',
    text: 'Could class teachers send me the list of children for the museum trip by Friday?\n\nMany thanks,\nJanet',
  },
  {
    from: people.teachingAssistant,
    to: people.teacher,
    subject: 'Reading books',
    text: 'I have put the new reading books on the back shelf, sorted by colour. Two are missing from the green set.\n\nLorna',
  },
  {
    from: people.technician,
    to: at('teachers'),
    subject: 'Tablet trolley 2',
    text: 'Trolley 2 is charged and back in the corridor by 4B. Tell me if a tablet will not start.\n\nCallum',
  },
  {
    from: people.clerk,
    to: at('governors'),
    subject: 'Papers for Tuesday',
    text: 'Dear governors,\n\nThe agenda for Tuesday evening is in the shared folder. Paper copies will be at reception.\n\nEdwin Sharples\nClerk',
  },
  {
    from: people.officeManager,
    to: `${people.parent}, ${people.secondParent}`,
    subject: 'Museum trip, Year 3',
    text: 'Dear parents,\n\nYear 3 go to the museum this month. Children need a packed lunch and a coat.\n\nQuillhaven Primary',
  },
  {
    from: people.teacher,
    to: at('class-3a'),
    subject: 'Your fractions quiz',
    text: 'Well done, 3A! Everyone finished the quiz. We will look at question 6 together on Wednesday.\n\nMr Okafor',
  },
];

/** Sends the everyday mail, an hour and a bit apart, as time goes by. */
export function sendLetters(workspace: Workspace): void {
  for (const { from, ...letter } of LETTERS) {
    workspace.clock.pass(67 * 60_000);
    workspace.mail.send(from, compose({ from: workspace.mail.identity(from), ...letter }));
  }
}

/** Files that have nothing to do with Handrail, so that Drive is not empty for anybody who works here. */
export function addFiles(workspace: Workspace): void {
  const { drive } = workspace;
  const share = (id: string, group: string) =>
    drive.sharing.share(people.head, id, { type: 'group', role: 'reader', emailAddress: at(group) }, { notify: false });

  const handbook = drive.create({ name: 'Staff handbook', mimeType: MIME.folder }, people.head);
  share(handbook.id, 'staff');
  drive.create(
    {
      name: 'The school day',
      mimeType: MIME.document,
      text: 'The school day\n\nGates open at 8.30. Registers close at 8.55.\nLunch is from 12.00 for Reception to Year 2 and from 12.30 for the others.\nHome time is 3.15.\n',
    },
    people.head,
    handbook.id,
  );
  drive.create(
    {
      name: 'Playground duty.csv',
      mimeType: 'text/csv',
      content: Buffer.from(
        'day,first half,second half\r\nMonday,Sam Okafor,Lorna Beck\r\nTuesday,Catrin Bevan,Joel Penrose\r\nWednesday,Ravi Solanki,Denise Amankwah\r\nThursday,Marcus Delaney,Gethin Probert\r\nFriday,Orla Fennimore,Shanice Rowe\r\n',
      ).toString('base64'),
    },
    people.head,
    handbook.id,
  );
  const papers = drive.create({ name: 'Governors’ papers', mimeType: MIME.folder }, people.head);
  share(papers.id, 'governors');
  drive.create(
    {
      name: 'Agenda',
      mimeType: MIME.document,
      text: 'Agenda\n\n1. Apologies\n2. Minutes of the last meeting\n3. Headteacher’s report\n4. Any other business\n',
    },
    people.head,
    papers.id,
  );
  drive.create(
    {
      name: '3A spelling lists',
      mimeType: MIME.document,
      text: 'Week 1: answer, busy, calendar, decide, early\nWeek 2: famous, guide, heard, island, learn\n',
    },
    people.teacher,
  );
}
