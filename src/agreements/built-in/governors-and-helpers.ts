import type { AgreementText } from '../agreement.ts';
import { common } from './common.ts';

/** A4: governors have the school's mail and papers, and seldom meet pupils. */
export const governorAgreement: AgreementText = {
  title: 'Governor agreement: using the school’s technology safely',
  audience: 'governor',
  alsoFor: [],
  introduction:
    'For governors and trustees. It covers the mail, papers and systems the school gives you, on whatever device you read them, and what you do online as a governor. The school monitors its systems, mail included. You sign before you get access and again every year, and somebody the school has named approves it. You get a copy.',
  sections: [
    {
      heading: 'Accounts and papers',
      asks: 'agree',
      clauses: [
        'I do governors’ work only through the mail account and the systems the school gives me, not through private or employer’s mail.',
        common.passwords,
        common.lock,
        'Papers stay confidential and in the school’s systems. If I must print or save one, I keep it locked away and destroy it afterwards.',
        'I type nothing from governors’ papers into chatbots or other online tools that the school has not checked.',
        'If papers, a device or a password may be in the wrong hands, I tell the headteacher and the data protection lead at once.',
      ],
    },
    {
      heading: 'In school and online',
      asks: 'agree',
      clauses: [
        common.nothingAdded,
        common.filter,
        common.nothingUnfit,
        common.schoolCamera,
        common.noPrivateContact,
        'I do not discuss the school’s people or business on social media, nor speak for the school there. After a serious incident I write nothing about it.',
        'I send a parent who writes to me with a complaint to the school’s own procedure, and do not argue it out online.',
      ],
    },
    {
      heading: 'Keeping children safe',
      asks: 'agree',
      clauses: [
        'I have read what the school gives governors about safeguarding, and its online-safety policy.',
        common.worryAboutChild,
        common.worryAboutAdult,
        common.intimateImages,
        common.monitored,
        'I know that breaking this agreement may end my access and be put before the governing body, and that anything unlawful goes to the police.',
        'I ask for the account and the access that my office needs, until it ends.',
      ],
    },
  ],
  permissions: [],
  signatureFields: ['Full name', 'Role on the governing body', 'Signature', 'Date'],
};

/** A4: volunteers work with pupils, mostly without an account of their own. */
export const volunteerAgreement: AgreementText = {
  title: 'Volunteer agreement: phones, pictures and the internet',
  audience: 'volunteer',
  alsoFor: [],
  introduction:
    'For parents, students and neighbours who help in school or on trips. It covers your own phone while you help, and whatever the school lets you use. The school monitors its systems, mail included. You sign before you start and again every year, and somebody the school has named approves it. You get a copy.',
  sections: [
    {
      heading: 'With the children',
      asks: 'agree',
      clauses: [
        'While I am with pupils my phone and watch stay away, except in an emergency or when the person in charge asks me to use them.',
        common.schoolCamera,
        common.noPrivateContact,
        common.nothingPosted,
        'I help pupils online only on sites their teacher has chosen, and treat everybody online as kindly as face to face.',
        'What I learn about a child or a family I keep to myself, unless the child’s safety needs somebody else to know.',
      ],
    },
    {
      heading: 'Using the school’s technology',
      asks: 'agree',
      clauses: [
        'I use what I am given for my task as a volunteer and for nothing else.',
        common.passwords,
        common.lock,
        common.nothingAdded,
        common.filter,
        common.nothingUnfit,
        'If something of the school’s is lost or data may have been seen by the wrong person, I tell the office at once.',
      ],
    },
    {
      heading: 'Keeping children safe',
      asks: 'agree',
      clauses: [
        'I have been told who the designated safeguarding lead is, and I have read the school’s guidance for volunteers.',
        common.worryAboutChild,
        common.worryAboutAdult,
        common.intimateImages,
        common.monitored,
        'I know that breaking this agreement may end my work here. When it ends, I hand back everything and my access is closed.',
        'I ask for the access that my task needs.',
      ],
    },
  ],
  permissions: [],
  signatureFields: ['Full name', 'What you help with', 'Signature', 'Date'],
};

/** A4: supply and trainee staff do a teacher's work, on an access that ends. */
export const supplyAgreement: AgreementText = {
  title: 'Supply and trainee staff agreement: using the school’s technology safely',
  audience: 'supply',
  alsoFor: [],
  introduction:
    'For supply teachers, trainees, students on placement and others who work here for a time. It covers the school’s accounts, devices and network, and your own phone while you are here. The school monitors its systems, mail included. You sign before you get access, and somebody the school has named approves it. Your access ends on a date that you are told. You get a copy.',
  sections: [
    {
      heading: 'Accounts, devices and data',
      asks: 'agree',
      clauses: [
        'I use the account and the devices I am given for my work here, never those of a colleague, and I let no pupil use mine.',
        common.passwords,
        common.lock,
        common.nothingAdded,
        common.filter,
        'Information about pupils stays in the school’s systems. I take none away with me, neither on paper nor on a device of mine.',
        'If something is lost or may have been seen by the wrong person, I tell the headteacher and the data protection lead at once.',
      ],
    },
    {
      heading: 'With pupils',
      asks: 'agree',
      clauses: [
        common.nothingUnfit,
        'I use only sites and material that I looked at before, respect copyright, and watch over what pupils open.',
        'My own phone and watch stay away while I am with pupils.',
        common.schoolCamera,
        common.noPrivateContact,
        'If I write to pupils or parents at all, I do it from a school account and about school matters only.',
        common.nothingPosted,
      ],
    },
    {
      heading: 'Keeping children safe',
      asks: 'agree',
      clauses: [
        'I have read Part one of “Keeping children safe in education”, this year’s edition, and the school’s online-safety guidance for supply and trainee staff.',
        common.worryAboutChild,
        common.worryAboutAdult,
        common.intimateImages,
        'I report any misuse of technology that I notice to the online-safety lead.',
      ],
    },
    {
      heading: 'Access and monitoring',
      asks: 'agree',
      clauses: [
        common.monitored,
        'I ask for the access that my work here needs.',
        common.accessEnds,
        'I know that breaking this agreement may end my placement, and that my agency or college will be told. Anything unlawful goes to the police.',
      ],
    },
  ],
  permissions: [],
  signatureFields: ['Full name', 'Agency, college or university', 'Signature', 'Date'],
};
