import type { BlockData, ListItemData } from '../workspace/data.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { people } from './staff.ts';

/** The head's own draft of a staff agreement, as a Google Doc that the role account may read: something to import. */
export function addStaffAgreement(workspace: Workspace): void {
  const file = workspace.documents.create(people.head, 'Our staff agreement (draft)', {
    header: [line('Quillhaven Primary School')],
    body: [
      { kind: 'paragraph', heading: 'TITLE', text: 'Our staff agreement' },
      line('For everyone employed at Quillhaven. Please read each part before you sign. Ask Ruth if anything is unclear.'),
      heading('Your account'),
      ...list('account', 'NUMBER', [
        'I keep my password to myself and change it when I am asked to.',
        'I lock my screen when I leave the room.',
        'I tell the network manager the same day when I think that somebody else has used my account.',
      ]),
      heading('Children’s information'),
      ...list('information', 'BULLET', [
        'I open only the records that my work needs.',
        'I do not keep children’s work or photographs on a phone or a laptop of my own.',
        'Before I send something home about a child, I check the address twice.',
      ]),
      ...list('information', 'HOLLOW_BULLET', ['If it went to the wrong family, I ring the office straight away.'], 1),
      heading('School equipment'),
      line('Tick what you have been lent.'),
      {
        kind: 'table',
        rows: [row('Equipment', 'Lent to me', 'Goes home with me'), row('Laptop', '☐', '☐'), row('Tablet', '☐', '☐'), row('Camera', '☐', '☐')],
      },
      line(''),
      heading('Online, and out of school'),
      ...list('online', 'BULLET', [
        'I do not accept friend requests from pupils or from former pupils who are under eighteen.',
        'What I write about the school in public is true and kind.',
        'I pass on anything that worries me about a child to Priya Nair before I go home.',
      ]),
      { kind: 'paragraph', heading: 'NORMAL', bold: true, text: 'I have read this agreement and will keep to it.' },
      line('Full name: ______________________________'),
      line('Job title: ______________________________'),
      line('Signed: ______________________________   Date: ______________'),
      line('Approved by the network manager: ______________________________   Date: ______________'),
    ],
    footer: [line('Draft for the autumn term')],
  });
  workspace.drive.sharing.share(people.head, file.id, { type: 'user', role: 'reader', emailAddress: people.office }, { notify: false });
}

function heading(text: string): BlockData {
  return { kind: 'paragraph', heading: 'HEADING1', text };
}

function line(text: string): BlockData {
  return { kind: 'paragraph', heading: 'NORMAL', text };
}

function list(listId: string, glyph: ListItemData['glyph'], texts: readonly string[], level = 0): BlockData[] {
  return texts.map((text) => ({ kind: 'list item', text, listId, level, glyph }));
}

function row(...cells: readonly string[]): BlockData[][] {
  return cells.map((text) => [line(text)]);
}
