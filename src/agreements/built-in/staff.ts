import type { AgreementText } from '../agreement.ts';
import { common } from './common.ts';

/** The staff agreement a school starts with (A1), with the social networking terms and the guidance that go with it (A9). */
export const staffAgreement: AgreementText = {
  title: 'Staff agreement: using the school’s technology safely',
  audience: 'staff',
  alsoFor: [],
  introduction:
    'For everybody who works in the school. It covers the school’s accounts, network, devices and online services wherever you use them, and your own devices when you use them for work. The school monitors their use, mail included. You sign when you start and again every year. Somebody the school has named then approves your access; until then you have none. You get a copy of what you signed.',
  sections: [
    {
      heading: 'Accounts and passwords',
      asks: 'agree',
      clauses: [
        'I use the school’s accounts and systems for my work, and for anything else only as far as the headteacher allows.',
        common.passwords,
        'I neither try to find out nor use anybody else’s password. If somebody lets me know theirs, I ask them to change it.',
        'I use the second step at sign-in wherever the school asks for one.',
        common.lock,
        'From home or on the move I reach the school’s systems only in the ways the school has set up.',
        'Where I use systems of the local authority, I keep to its rules as well.',
      ],
    },
    {
      heading: 'Devices and programs',
      asks: 'agree',
      clauses: [
        'What the school lends me is for my work: family and friends do not use it. If I use it much for myself, I tell the office, because tax rules may ask for it.',
        'I keep lent devices safe and up to date, and leave the virus protection on.',
        common.nothingAdded,
        'I plug in memory sticks and other storage only if the school agreed and they were checked for viruses.',
        common.filter,
        'My own phone and watch stay away at the times and places the school sets. Devices that listen all the time, such as voice assistants, stay off.',
        'When I leave, I hand back everything with its codes, so that it can be wiped for the next person.',
      ],
    },
    {
      heading: 'Working online',
      asks: 'agree',
      clauses: [
        common.nothingUnfit,
        'I neither gamble nor run a business of my own on the school’s systems.',
        'I use pictures, music, texts and programs only as their owners allow, and say where they come from.',
        'I look at sites, apps and videos before pupils do, and watch over what pupils open.',
        'Before I bring in a site or app that is new to the school, I ask, so that its risks can be weighed first.',
        'I teach safe, kind and thoughtful behaviour online, and show it in what I do.',
      ],
    },
    {
      heading: 'Personal data',
      asks: 'agree',
      clauses: [
        'Information about pupils, families and colleagues stays in the school’s own systems. I save it and delete it as the school’s rules say.',
        'I share it only with people who need it for their work. I keep it to myself otherwise, unless a child’s safety or the law asks me to pass it on.',
        'I take it off the premises only if I am allowed to, on encrypted devices or through the access the school gives me.',
        'I send it out of the school only by the secure way the school has chosen, never by ordinary mail.',
        'I type no names or details of children or families into chatbots or other online tools that the school has not checked.',
        'If a device or data may be lost, stolen or seen by the wrong person, I tell the headteacher and the data protection lead at once.',
      ],
    },
    {
      heading: 'Photographs and recordings',
      asks: 'agree',
      clauses: [
        common.schoolCamera,
        'Before I take or use a picture of anybody, I check that there is consent and I ask the person too.',
        'I choose moments in which everybody is properly dressed and nobody is made to look foolish.',
        'Pictures and recordings stay where the school keeps them, not at my home or in my own storage, and go when they are no longer needed.',
        'A published picture never carries a child’s full name, not even in the name of its file.',
        common.intimateImages,
      ],
    },
    {
      heading: 'Messages and boundaries',
      asks: 'agree',
      clauses: [
        'I write to pupils and parents about school matters only, only from school accounts, and in a way I would be content for anybody to read.',
        common.noPrivateContact,
        'If I must ring a family from my own phone in an emergency, I hide my number.',
        'To other organisations I write as carefully as in a printed letter. I pass on no chain letters and add no adverts.',
        'When I write to several families at once, nobody sees the others’ addresses.',
        'I teach live only on the system the school chose, from a suitable place, with a second adult there, and never one-to-one unless senior leaders agreed before.',
        'If a message to me is threatening, bullying or may break the law, I neither answer nor delete it. I show it to the headteacher or the designated safeguarding lead.',
      ],
    },
    {
      heading: 'Social networking: keeping work and private life apart',
      asks: 'agree',
      clauses: [
        'On social media, too, I keep to the school’s rules of conduct, and I am never abusive or hateful.',
        'I do not use it to talk about the school’s affairs, its staff, pupils or parents, or to give advice on them.',
        'I mention no pupil, parent, colleague or event of the school, unless the headteacher agreed to it before.',
        'I am not linked online with pupils, nor with former pupils who are under 18. Only the headteacher can allow an exception, for instance for a relative.',
        'I give pupils none of my private details: no number, no mail address, no account.',
        'I never open my own social media accounts on the school’s equipment.',
        'I do not present myself as speaking for the school. My opinions are marked as my own.',
      ],
    },
    {
      heading: 'Social networking: taking care',
      asks: 'agree',
      clauses: [
        'I check the privacy settings of my own accounts often.',
        'I run an account, blog or channel for the school only if senior leaders approved it, and only for school purposes.',
        'After a serious incident at the school I write nothing about it online, unless senior leaders have allowed it.',
        'I have been strongly advised not to ask parents to be my online friends, and not to accept when they ask.',
        'I know that the school may discipline me if what I do online in my own time shames it or harms its good name.',
        'I know that breaking these social networking terms counts as gross misconduct and may lead to discipline, up to the loss of my job.',
      ],
    },
    {
      heading: 'Guidance for your own protection: professional responsibility',
      asks: 'acknowledge',
      clauses: [
        'Whatever you write to pupils, families, colleagues or others should suit your job and the school’s rules.',
        'Leave your job out of what you post for yourself. Post no words, pictures, sound or film that would hurt people at the school or sit badly with your work.',
        'Do school work with the school’s tools: its mail, its phone, its camera.',
        'Keep your number, your address and your accounts from pupils and families. Keep passwords secret and personal data safe.',
        'Photograph pupils or colleagues only for work, within the school’s rules, and with the senior leaders knowing of it.',
        'Stay away from anything unlawful, hateful or offensive, at work and at home. What you do online should never cost you, your profession or the school its good name.',
        'You must report whatever happens online that may touch you, your work or the school. A national helpline for people who work with children can advise you as well.',
      ],
    },
    {
      heading: 'Keeping children safe',
      asks: 'agree',
      clauses: [
        'I have read Part one of “Keeping children safe in education”, this year’s edition, and asked about anything I did not understand.',
        common.worryAboutChild,
        'If a child is in danger now, I ring 999 first.',
        common.worryAboutAdult,
        'I report any misuse of the school’s technology that I notice, whoever it is.',
        'I have read the school’s online-safety policy and will keep up with its changes.',
      ],
    },
    {
      heading: 'Monitoring, consequences and access',
      asks: 'agree',
      clauses: [
        common.monitored,
        'I know that my own private messages may be seen too if I send them through the school’s systems, and that my mailbox may be opened when I am away.',
        'I know that what I do is logged, and that my manager or the headteacher may be shown the records.',
        'I know that this agreement belongs to the terms of my work. Breaking it may cost me my access and lead to disciplinary action and, where the law is broken, to the police.',
        'I ask for an account, for mail and for the systems my work needs.',
      ],
    },
  ],
  permissions: [],
  signatureFields: ['Full name', 'Job title', 'Signature', 'Date'],
};
