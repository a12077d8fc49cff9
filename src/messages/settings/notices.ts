import type { Group, ToldOf } from '../monitoring.ts';

/** Groups as people speak of them. */
export const GROUP_WORDS: Record<Group, string> = {
  pupils: 'Pupils',
  staff: 'Staff',
  parents: 'Parents and carers',
  guests: 'Governors, volunteers and guests',
};

/** A text that tells a group that mail is monitored (C1), ready to be sent or read out. Pupils read at the age of nine. */
export function noticeFor(group: Group, of: ToldOf): string {
  const isAll = of === 'journal';
  if (group === 'pupils') return (isAll ? PUPILS.all : PUPILS.some).join('\n\n');
  return [HOW[isAll ? 'all' : 'some'], WHAT_FOLLOWS, ADVICE[group]].join('\n\n');
}

const PUPILS = {
  some: [
    'The school checks school mail to keep you safe.',
    'A computer looks for words that may be unkind or that may mean someone is in trouble. When it finds some, a grown-up at school whose job is to keep children safe looks at that mail. The other mail is not read.',
    'If a mail makes you feel sad, scared or worried, do not answer it and do not delete it. Tell a grown-up you trust. You will not be in trouble for telling.',
  ],
  all: [
    'The school checks school mail to keep you safe.',
    'A computer looks at each mail that you send or get with your school account. Most mail is fine. No person reads it, and the computer’s copy is deleted. When a mail may be unkind, or may mean someone is in trouble, a grown-up at school whose job is to keep children safe looks at it.',
    'If a mail makes you feel sad, scared or worried, do not answer it and do not delete it. Tell a grown-up you trust. You will not be in trouble for telling.',
  ],
};

const HOW = {
  some: 'The school monitors mail on its accounts to keep children safe. Google copies messages that hold certain words to a mailbox of the safeguarding team; a program of the school’s own looks at those copies and shows the safeguarding lead the ones that may matter. Copies of harmless messages are deleted. Mail is never held back, and no other company sees it.',
  all: 'The school monitors mail on its accounts to keep children safe. Google copies all mail of the accounts that the school has chosen to a mailbox that nobody reads; a program of the school’s own looks at each copy and shows the safeguarding lead the few that may matter. Copies of harmless messages are deleted at once, and only their number is kept. Mail is never held back, and no other company sees it.',
};

const WHAT_FOLLOWS =
  'What is shown to the safeguarding lead is kept like any other safeguarding record: only those who may see the matter see it, and nobody whom it names. You can ask the school what is recorded about you.';

const ADVICE: Record<Exclude<Group, 'pupils'>, string> = {
  staff:
    'If you get a message that threatens, bullies, or tells of harm: do not reply, do not delete, report it to the safeguarding lead. In an emergency telephone: no program watches mail all the time.',
  parents:
    'What you write to the school’s accounts, and what pupils write to you from theirs, is part of this. If you are worried about a child, telephone the school: do not rely on a message being found.',
  guests:
    'What you write to or from the school’s accounts is part of this. If you are worried about a child, telephone the school: do not rely on a message being found.',
};
