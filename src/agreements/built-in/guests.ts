import type { AgreementText } from '../agreement.ts';
import { common } from './common.ts';

const tellTheOffice =
  'If a child worries me or tells me something, I listen, promise no secrecy, and go straight to the designated safeguarding lead or the office.';
const guestLogin = 'I use only the guest access I was given, for the purpose I named, and pass it on to nobody.';
const noContact = 'I am not alone with pupils, and I neither ask for nor give out numbers, addresses or account names.';

/** A4: somebody who comes for a day or a task, with guest access that ends by itself. */
export const visitorAgreement: AgreementText = {
  title: 'Visitor agreement: phones, pictures and guest access',
  audience: 'visitor',
  alsoFor: [],
  introduction:
    'For visitors and contractors who get access to the school’s network or equipment. The school filters and monitors their use, mail included. You sign before the access is opened, and somebody the school has named approves it. It ends on a date that you are told. You get a copy by mail.',
  sections: [
    {
      heading: 'While I am here',
      asks: 'agree',
      clauses: [
        'My phone is silent, and I use it only where staff tell me I may.',
        'I take no photographs, film or sound recordings of pupils or staff, unless the headteacher has agreed to it before.',
        noContact,
        common.nothingPosted,
        tellTheOffice,
        common.worryAboutAdult,
      ],
    },
    {
      heading: 'Guest access',
      asks: 'agree',
      clauses: [
        guestLogin,
        common.nothingUnfit,
        common.nothingAdded,
        common.filter,
        'If I come to see personal data, I keep it to myself, copy none of it and take none of it away.',
        common.monitored,
        `${common.accessEnds} The school may close it sooner.`,
      ],
    },
  ],
  permissions: [],
  signatureFields: ['Full name', 'Organisation or reason for the visit', 'Signature', 'Date'],
};

/** A4: clubs, hirers and community users; one person signs for a group and answers for it. */
export const externalAgreement: AgreementText = {
  title: 'Agreement for groups and community users',
  audience: 'external',
  alsoFor: [],
  introduction:
    'For clubs, hirers, partner organisations and community users of the school’s equipment or internet. Whoever signs for a group answers for all of it and tells its members these rules. The school filters and monitors what is used here, mail included. You sign before anything is used; somebody the school has named approves it, and the access ends on a date that you are told. You get a copy by mail.',
  sections: [
    {
      heading: 'Equipment and internet',
      asks: 'agree',
      clauses: [
        'We use the rooms, devices and network only for what was agreed, and treat them with care.',
        guestLogin,
        common.nothingUnfit,
        common.nothingAdded,
        common.filter,
        'We leave the school’s own files and everything about its pupils, families and staff alone.',
        'We report faults, damage and losses to the office the same day.',
      ],
    },
    {
      heading: 'Children and pictures',
      asks: 'agree',
      clauses: [
        'If children come to us, we look after them online as well as in the room, and have safeguarding rules and a named person of our own.',
        'We set an example: what we do and write online is safe, kind and lawful.',
        'We take no pictures of the school’s pupils or staff. For those of our own members we have their consent, or their parents’.',
        noContact,
        tellTheOffice,
        common.worryAboutAdult,
      ],
    },
    {
      heading: 'Access and monitoring',
      asks: 'agree',
      clauses: [
        common.monitored,
        `${common.accessEnds} The school may close it sooner.`,
        'We know that the school may stop the hire if this agreement is broken, and goes to the police with anything unlawful.',
      ],
    },
  ],
  permissions: [],
  signatureFields: ['Full name', 'Organisation or group', 'Signature', 'Date'],
};

/** A4: the terms on which a professional photographs or films pupils. */
export const photographerAgreement: AgreementText = {
  title: 'Photographer agreement',
  audience: 'photographer',
  alsoFor: [],
  introduction:
    'For professional photographers and film-makers whom the school asks to take pictures of pupils, staff or events. These terms follow from the school’s online-safety policy and from data protection law. You sign before the first picture, and somebody the school has named approves it. If you use the school’s network it is monitored, mail included. Your access ends on a date that you are told. You get a copy by mail.',
  sections: [
    {
      heading: 'At the school',
      asks: 'agree',
      clauses: [
        'I work by the school’s online-safety policy and do what the member of staff who is with me says.',
        'I am never with pupils unless a member of staff is there too.',
        'I photograph or film only those whom the school names to me. If a child or a parent says no, that holds, whatever was agreed before.',
        'I choose settings and poses in which children are properly dressed and at ease.',
        'I ask pupils for no number, address or account, give them none of mine, and stay out of contact with them afterwards.',
        tellTheOffice,
        common.worryAboutAdult,
      ],
    },
    {
      heading: 'The pictures',
      asks: 'agree',
      clauses: [
        'I use the pictures only for the purpose the school ordered them for. For anything else, my own publicity included, I need the school’s and the parents’ written consent.',
        'I use equipment of my business that is locked with a password and encrypted, no private phone and no private storage.',
        'I give pictures to the school, and to families as the school has agreed, in a secure way. No file carries a child’s full name.',
        'I post, sell and pass on nothing, and let no program learn from the pictures or alter what a child looks like.',
        'I delete every picture, copies and backups included, by the date the school sets, and confirm that to the school.',
        'When a consent is withdrawn, I delete the pictures that the school names to me without delay.',
      ],
    },
    {
      heading: 'Data protection',
      asks: 'agree',
      clauses: [
        'I treat pictures and lists of pupils as personal data, keep the data protection law and do with them only what the school tells me to.',
        'Only people who work on this order may see them. They are bound to the same terms.',
        'If pictures or lists may be lost or in the wrong hands, I tell the school the same day.',
        'If I use the school’s network, I use the guest access I am given, and know that it is monitored.',
        `${common.accessEnds} What I have promised about pictures and data goes on after that.`,
        'I know that the school ends the order if I break these terms, and may tell the data protection authority or the police.',
      ],
    },
  ],
  permissions: [],
  signatureFields: ['Full name', 'Business', 'Signature', 'Date'],
};
