import type { AgreementText } from '../agreement.ts';

/** A5: ten promises, each ticked by itself. The form asks for the trusted adults; a parent or carer signs. Reading age nine or below. */
export const ks1Agreement: AgreementText = {
  title: 'My ten promises',
  audience: 'ks1',
  alsoFor: [],
  introduction:
    'This is for our youngest children, up to Year 2. Read it with a grown-up. Tick each promise. Then name the grown-ups you trust, at school and at home. Your mum, dad or carer signs for you. We look at what you do on school screens to keep you safe.',
  sections: [
    {
      heading: 'My promises',
      asks: 'agree',
      clauses: [
        'I use a screen when a grown-up says yes.',
        'I show a grown-up a new game or app first.',
        'When I am stuck, I get a grown-up to help.',
        'I stop and look before I tap.',
        'I know that people online can pretend.',
        'If I am told to keep a secret, I tell a grown-up.',
        'I get dressed where no camera can see me.',
        'I keep my name, my home and my school to myself.',
        'I use kind words on a screen, as I do in class.',
        'If I feel sad, scared or not sure, I tell a grown-up I trust.',
      ],
    },
  ],
  permissions: [],
  signatureFields: ['Child’s name', 'Class', 'Parent or carer’s full name', 'Parent or carer’s signature', 'Date'],
};

/** A6: signed by the pupil. Reading age nine. */
export const ks2Agreement: AgreementText = {
  title: 'How I stay safe and kind online',
  audience: 'ks2',
  alsoFor: [],
  introduction:
    'This is for pupils in Years 3 to 6. It is about what you do online, at school and at home. Talk about it in class first. Then sign it with your school account. You do this every year. The school checks what you do on its computers. It checks your school mail too. That is to keep you safe. An adult you trust is a grown-up you can tell anything, like a teacher or someone at home.',
  sections: [
    {
      heading: 'Using computers well',
      asks: 'agree',
      clauses: [
        'I use the school’s computers and internet to learn, and when a teacher says I can.',
        'I go only to sites, apps and games that an adult I trust has said yes to.',
        'Some apps are for people of 13 and over. Before that, I leave them alone.',
        'I keep my passwords secret. If someone finds one out, I tell my teacher and get a new one.',
        'I open, change or delete my own work only. I leave other people’s work alone.',
        'I do not add apps or plug things in at school. I ask first.',
        'I keep to the school rules about phones and smart watches.',
      ],
    },
    {
      heading: 'Keeping myself safe',
      asks: 'agree',
      clauses: [
        'I stop before I click. I only open links, files and mail if I know they are safe.',
        'I do not tell people online my name, my home, my phone number or my school. I ask an adult I trust first.',
        'I know that someone online may lie about who they are. A chatbot is not a person at all.',
        'I never go to meet someone I only know online. If they ask me to, I tell an adult I trust.',
        'I never get changed near a camera. I send nobody a photo of me before I have asked an adult I trust.',
        'I make video calls only when an adult I trust knows who is on them. I never go live on my own.',
        'I may say no to anyone online. If they ask for something that feels wrong, I leave and tell an adult I trust.',
      ],
    },
    {
      heading: 'Being kind and fair',
      asks: 'agree',
      clauses: [
        'I am as kind online as I am in class. I write nothing rude or mean.',
        'When someone is picked on, I take no part in it. Everyone may play and chat, even if they are not like me.',
        'I ask people before I take a photo of them or share one.',
        'I do not look for nasty things, and I do not send them on.',
        'I write school mail only from my school address, and only to people my teacher says I can.',
        'If a friend is sad or scared by something online, I help them tell an adult.',
      ],
    },
    {
      heading: 'Thinking and telling',
      asks: 'agree',
      clauses: [
        'Not all I read or see online is true. I check it in more than one place.',
        'I make my own work. When I use words or pictures by others, I ask or say whose they are.',
        'If I see something bad, I turn the screen off and tell an adult. I will not be in trouble for telling.',
        'If I get a nasty message, I do not answer it. I keep it and show it to an adult.',
        'I know which adults I can turn to. I can call Childline on 0800 1111 too.',
        'I know that the school checks its computers and mail. It may talk to my family if it is worried.',
      ],
    },
  ],
  permissions: [],
  signatureFields: ['Full name', 'Class', 'Signature', 'Date'],
};

/** A6: signed by the pupil. Reading age about twelve. */
export const secondaryAgreement: AgreementText = {
  title: 'Pupil agreement: life online',
  audience: 'secondary',
  alsoFor: [],
  introduction:
    'This is for pupils in secondary school. It covers the school’s accounts, devices and network, and your own devices at school. It also covers what you do online at home if it touches other people here. You sign it with your school account when you start and again every year, and you can read your copy at any time. The school filters and monitors its systems, and that includes your school mail. This is done to keep everybody safe.',
  sections: [
    {
      heading: 'Accounts and devices',
      asks: 'agree',
      clauses: [
        'I use my own account and nobody else’s. I tell no one my password, and change it if someone may know it.',
        'I lock the screen when I walk away from it.',
        'At school I use computers and the internet for school work, unless a member of staff says I may do something else.',
        'I do not try to get round the filter, with a proxy, a VPN or in any other way. If it lets something bad through, I say so.',
        'I do not add programs or plug in devices without asking, and I leave other people’s files alone.',
        'I keep to the school’s rules about phones, watches and cameras. I know that staff may take and check a device if the law allows it.',
        'I look after what the school lends me and use it at home as I would at school.',
      ],
    },
    {
      heading: 'Other people',
      asks: 'agree',
      clauses: [
        'I do not bully, threaten or shut people out online, and I do not pass on what others post to hurt somebody.',
        'I write nothing hateful about anybody’s race, faith, sex, sexuality, disability or body.',
        'I ask before I take, post or share a picture, a video or a recording of someone. I do not record lessons or staff.',
        'I make no fake accounts, fake pictures or fake voices of other people.',
        'I use the school’s mail and classroom for school matters, write politely, and do not contact staff on their private accounts.',
        'I send on no chain messages, rumours or adverts.',
      ],
    },
    {
      heading: 'Keeping myself safe',
      asks: 'agree',
      clauses: [
        'I keep my address, my phone number, my school and where I am private, and check my privacy settings.',
        'I know that people online may not be who they seem, and that a chatbot is not a friend who knows me.',
        'I do not go to meet someone I only know online unless a parent or carer knows and comes with me.',
        'I take care with links, files, offers and bets. If it looks too good to be true, it may be a scam.',
        'I know that apps have age limits, and why. What I post can be copied and may stay for good.',
        'I know that some people try to draw others into hate, crime or sex online. If it may be happening to me or a friend, I tell someone.',
      ],
    },
    {
      heading: 'Nude pictures',
      asks: 'agree',
      clauses: [
        'I know that it is against the law to take, keep or share a nude or sexual picture of anybody under 18, even of myself, and even if it is a fake.',
        'I ask nobody for one, and pressure nobody.',
        'If I am sent one, I do not pass it on or show it around. I tell an adult I trust.',
        'If a picture of me is out there, or someone threatens me with one, I can ask for help. The school will listen first. There are ways to have pictures taken down.',
      ],
    },
    {
      heading: 'My work',
      asks: 'agree',
      clauses: [
        'I check what I find in more than one place. I ask who made it, and what they want from me.',
        'I hand in my own work. I say where words, pictures and ideas come from, and if I used a chatbot I say how.',
        'I download and share music, films, games and programs only if that is legal.',
        'I look for nothing unlawful, violent, sexual or extremist. If I come across it by accident, I close it and report it.',
      ],
    },
    {
      heading: 'Getting help, and what follows',
      asks: 'agree',
      clauses: [
        'If something online worries me, I tell a trusted adult, the safeguarding lead, Childline (0800 1111) or CEOP. I do the same for a friend.',
        'I do not answer messages that threaten or bully. I do not delete them either, because they help to put a stop to it.',
        'I know that the school monitors its systems, mail included, and that staff act on what they see.',
        'I know that if I break these rules I may lose access, my parents may be told, and the school’s behaviour policy applies. If it is a crime, the police may be told.',
      ],
    },
  ],
  permissions: [],
  signatureFields: ['Full name', 'Tutor group', 'Signature', 'Date'],
};

/** A7: a few rules for the wall, on one A4 page with every pupil's name below. A class adds its own. Reading age nine or below. */
export const classAgreement: AgreementText = {
  title: 'Our class rules for going online',
  audience: 'class',
  alsoFor: [],
  introduction:
    'These rules are for all of us in this class. We talk about them, add our own and sign them each year. They hang on our wall. Our families get them too.',
  sections: [
    {
      heading: 'We all agree',
      asks: 'agree',
      clauses: [
        'We use computers and apps when a grown-up says we can, at school or at home.',
        'We act online as we do in class: kind, fair and polite.',
        'We stop and think first. Not all we see is true.',
        'We keep names, homes and passwords private.',
        'We talk online only to people that an adult we trust knows.',
        'We get dressed and changed where no camera can see us.',
        'If we feel sad, scared or mixed up, we tell an adult we trust.',
        'We know the school checks its computers and mail to keep us safe.',
      ],
    },
  ],
  permissions: [],
  signatureFields: ['Full name', 'Date'],
};
