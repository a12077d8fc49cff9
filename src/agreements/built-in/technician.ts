import type { AgreementText } from '../agreement.ts';

/** What whoever has administrator access signs on top of the staff agreement (A3). */
export const technicianAgreement: AgreementText = {
  title: 'Technician agreement: administrator access',
  audience: 'technician',
  alsoFor: [],
  introduction:
    'For everybody with administrator access to the school’s systems, employed here or by a supplier. It comes on top of the staff agreement, which you sign as well. Administrator work is logged and may be checked, mail included. You sign it before you get the access and again every year, and somebody the school has named approves it.',
  sections: [
    {
      heading: 'Administrator access',
      asks: 'agree',
      clauses: [
        'I have a separate administrator account and sign in with it only for work that needs it. For mail, the web and everything else I use my ordinary account.',
        'I use no more access than a task needs, and give no account more than its owner’s job needs.',
        'I use a second step at sign-in and never share an administrator account or its password.',
        'Master passwords lie in the school’s safe, up to date, where the headteacher can reach them. They change when somebody who knew them leaves.',
        'I reach the school’s systems from outside only in the way the school has agreed, and only for its work.',
      ],
    },
    {
      heading: 'What people write and keep',
      asks: 'agree',
      clauses: [
        'I do not open anybody’s mail, files, messages or browsing history out of curiosity, or because somebody simply asks me to.',
        'I look into content only when the headteacher has authorised it in writing, with the reason. If it is about the headteacher, the chair of governors does.',
        'I write down what I looked at, when and why, and have a second person with me where the headteacher asks for it.',
        'What I see in the course of my work I keep to myself, except from those who must know it to keep children safe.',
        'If I may have come upon abuse of a child, I stop at once. I do not look further, copy, delete or switch anything off; I tell the designated safeguarding lead.',
      ],
    },
    {
      heading: 'Filtering, monitoring and logs',
      asks: 'agree',
      clauses: [
        'I block or unblock sites only after a senior leader has approved it. I record the reason and who agreed.',
        'What was opened for a time, I close again when that time is over.',
        'I switch no filter, monitoring or logging off, for myself or for anybody else, and change or delete no log.',
        'I check regularly that filtering and monitoring work, and tell the senior leaders about every fault that I find.',
        'I pass on what monitoring shows as the school has laid down: serious things at once, the rest at least every week.',
      ],
    },
    {
      heading: 'Keeping the systems safe',
      asks: 'agree',
      clauses: [
        'I install updates and virus protection promptly, on servers and on what people carry home.',
        'I see to it that backups are made, kept safe and tried out, so that the school can start again after a failure.',
        'I open accounts only for people whose signed agreement has been approved. Guests’ accounts get an end date.',
        'I close the accounts of people who leave on their last day, and take back and wipe their devices.',
        'I keep the lists of equipment, programs and licences true. Whatever held personal data is wiped for good before it goes, with a proof of it.',
      ],
    },
    {
      heading: 'Reporting',
      asks: 'agree',
      clauses: [
        'I report misuse, and every attempt at it, to the online-safety lead, whoever it is. A worry about an adult’s conduct goes to the headteacher.',
        'I tell the headteacher and the data protection lead at once if data or a password may be in the wrong hands or somebody has broken in.',
        'If I am asked to do something that this agreement forbids, I say no and report it.',
        'I know that misusing administrator access is treated as a serious breach of trust, and may be a crime.',
        'When my task or my contract ends, I hand over everything and my access is closed.',
      ],
    },
  ],
  permissions: [],
  signatureFields: ['Full name', 'Job title', 'Company', 'Signature', 'Date'],
};
