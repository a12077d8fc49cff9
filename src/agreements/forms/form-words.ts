import type { AgreementText } from '../agreement.ts';
import type { FormKind } from '../audience.ts';

/** How a form speaks to whoever fills it in. Pupils read at the age of nine, and so do the families of the youngest. */
export interface Voice {
  /** Said below the introduction: what is recorded, who sees it, how long it is kept, and that use is monitored (C1). */
  recorded: string;
  fullName: string;
  /** Asked when the agreement's own signature fields name nothing besides name, signature and date; '' where nothing is. */
  role: string;
  agree: string;
  disagree: string;
  read: string;
  notAccepted: string;
  signPage: { title: string; help: string };
  signature: { title: string; help: string };
  declinePage: { title: string; help: string };
  reason: string;
  /** The same whatever was answered and whoever was named: it must tell a stranger nothing. */
  confirmation: string;
}

const ADULT: Omit<Voice, 'recorded' | 'role'> = {
  fullName: 'Full name',
  agree: 'I agree to each of these',
  disagree: 'I do not agree',
  read: 'I have read this',
  notAccepted: 'I do not accept this',
  signPage: { title: 'Your signature', help: 'The date and the time are recorded when you send the form.' },
  signature: { title: 'Signature', help: 'Type your name. It counts as your signature.' },
  declinePage: {
    title: 'You do not agree',
    help: 'Send the form, and the school knows. Somebody will talk with you about it. Until an agreement is signed, the school may not be able to give you access.',
  },
  reason: 'Why not? You need not say.',
  confirmation: 'Thank you. Your answer has been recorded. If anything else is needed, the school will tell you.',
};

const KEPT = 'It is kept as long as the school’s rules on keeping records say; the office can tell you. The school monitors its systems, mail included.';

const STAFF: Voice = {
  ...ADULT,
  recorded: `What is recorded: your answers, your school account and the time you send them. The headteacher, the office and those who approve agreements can see it. ${KEPT}`,
  role: 'Job title',
};

const GUEST: Voice = {
  ...ADULT,
  recorded: `What is recorded: your answers and the time you send them. The headteacher, the office and those who approve agreements can see it. ${KEPT}`,
  role: 'Organisation, or what brings you here',
};

const PUPIL: Voice = {
  recorded:
    'When you send this, the school keeps your name, your school account, what you said and the time. Your teacher, the head and the office can see it. They keep it as long as school rules say. The school checks its computers and mail to keep you safe.',
  fullName: 'Full name',
  role: '',
  agree: 'Yes, I agree',
  disagree: 'No, I do not agree',
  read: 'Yes, I have read it',
  notAccepted: 'No, I do not agree with it',
  signPage: { title: 'Sign your name', help: 'The day and the time are kept when you send this.' },
  signature: { title: 'Sign here', help: 'Type your name. That is how you sign.' },
  declinePage: { title: 'You said no', help: 'That is all right. Send this, and your teacher will talk with you.' },
  reason: 'Why did you say no? You do not have to tell us.',
  confirmation: 'Thank you. The school has what you sent.',
};

const FAMILY: Voice = {
  ...ADULT,
  recorded: `What is recorded: your answers, the names you type and the time you send them. The office, the headteacher and the teachers of your children can see it. You can take a consent back at any time: tell the office, or send this form again. ${KEPT}`,
  fullName: 'Your full name',
  role: 'Your relationship to the children',
  declinePage: { title: 'You do not agree', help: 'Send the form, and the school knows. Somebody will talk with you about it.' },
};

const PROMISES: Voice = {
  ...PUPIL,
  recorded:
    'When you send this, the school keeps the names you type, what you said and the time. Your child’s teacher, the head and the office can see it. They keep it as long as school rules say. The school checks its computers and mail to keep children safe.',
  fullName: 'Your full name (the grown-up)',
  role: 'Who are you to the child? (mum, dad, carer …)',
  agree: 'Yes, show us the promises',
  disagree: 'No, we do not want to sign',
  signPage: { title: 'The grown-up signs', help: 'You sign for your child. The day and the time are kept when you send this.' },
  declinePage: { title: 'You said no', help: 'That is all right. Send this, and the school will talk with you.' },
  reason: 'Why did you say no? You do not have to tell us.',
};

/** Every answer that means "no": whoever gives one has declined, whatever else they filled in. */
export const NOES: ReadonlySet<string> = new Set([ADULT, PUPIL, PROMISES].flatMap(({ disagree, notAccepted }) => [disagree, notAccepted]));

/** Stands in a form's prefilled address where a parent's code goes. */
export const CODE_HERE = 'CODE-GOES-HERE';

export const YES = 'Yes';
export const NO = 'No';
export const ANOTHER_CHILD = 'Yes, another child';
export const NO_OTHER_CHILD = 'No, that is all';

const PUPILS = ['ks1', 'ks2', 'secondary', 'class'];

export function voiceOf({ audience }: Pick<AgreementText, 'audience'>, kind: FormKind): Voice {
  if (kind === 'family') return FAMILY;
  if (kind === 'promises') return PROMISES;
  if (kind === 'open') return GUEST;
  return PUPILS.includes(audience) ? PUPIL : STAFF;
}
