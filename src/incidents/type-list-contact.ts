import { SOURCES } from './protocols/sources.ts';
import type { CaseType } from './types.ts';

/** What somebody else does to a person (rule 6; BC appendix 2: inadvisable contact). */
export const CONTACT_TYPES: readonly CaseType[] = [
  {
    ...{ id: 'grooming', title: 'Grooming', category: 'contact', urgent: true, usually: 'high' },
    refer: ['police', 'social care', 'ceop'],
    words: ['groom', 'stranger', 'meet up', 'sexual', 'adult', 'online friend', 'ceop'],
    source: SOURCES.illegalOnline,
  },
  {
    ...{ id: 'sextortion', title: 'Blackmail with images or secrets (sextortion)', category: 'contact', images: true, urgent: true, usually: 'high' },
    refer: ['police', 'social care', 'ceop'],
    words: ['blackmail', 'extortion', 'threat to share', 'money', 'nude'],
    source: SOURCES.nudesTriggers,
  },
  {
    ...{ id: 'exploitation', title: 'Sexual or criminal exploitation', category: 'contact', urgent: true, usually: 'high' },
    refer: ['police', 'social care'],
    words: ['county lines', 'gang', 'drugs', 'cse', 'cce', 'live stream', 'trafficking'],
    source: SOURCES.fourCs,
  },
  {
    ...{ id: 'bullying', title: 'Cyberbullying', category: 'contact', alsoUnder: ['conduct'], countsFor: ['bullying'], usually: 'medium' },
    words: ['bully', 'bullying', 'group chat', 'whatsapp', 'nasty', 'unkind', 'leave out', 'exclude', 'trolling', 'offensive', 'harassment'],
    source: SOURCES.bfLog,
  },
  {
    id: 'prejudice-bullying',
    title: 'Bullying or abuse because of who somebody is',
    category: 'contact',
    alsoUnder: ['conduct'],
    countsFor: ['bullying', 'prejudice'],
    usually: 'medium',
    words: ['racism', 'racist', 'homophobic', 'transphobic', 'disability', 'religion', 'sexism', 'hate', 'name calling', 'prejudice', 'discrimination'],
    source: SOURCES.bfLog,
  },
  {
    ...{ id: 'threats', title: 'Threatening or frightening messages', category: 'contact', alsoUnder: ['conduct'], urgent: true, usually: 'high' },
    refer: ['police'],
    words: ['threat', 'menacing', 'violence', 'kill', 'hurt', 'scared', 'unsettling'],
    source: SOURCES.bcProtocol,
  },
  {
    id: 'sexual-harassment',
    title: 'Sexual harassment or violence between children',
    category: 'contact',
    alsoUnder: ['conduct'],
    ...{ urgent: true, usually: 'high' },
    refer: ['social care'],
    words: ['unwanted', 'sexual', 'comments', 'child on child', 'peer on peer', 'assault'],
    source: SOURCES.kcsie,
  },
  {
    ...{ id: 'stranger-contact', title: 'Contact from somebody they do not know', category: 'contact', usually: 'medium' },
    words: ['stranger', 'friend request', 'unknown', 'game chat', 'online friend', 'message'],
    source: SOURCES.fourCs,
  },
  {
    ...{ id: 'ai-companion', title: 'Generative AI that acts as a person', category: 'contact', alsoUnder: ['content'], usually: 'medium' },
    words: ['chatbot', 'ai friend', 'companion', 'character', 'girlfriend', 'boyfriend', 'artificial intelligence'],
    source: SOURCES.fourCs,
  },
  {
    ...{ id: 'too-much-information', title: 'Giving away too much about oneself', category: 'contact', alsoUnder: ['conduct'], usually: 'low' },
    words: ['address', 'phone number', 'personal details', 'privacy', 'location', 'school name', 'oversharing'],
    source: SOURCES.bcProtocol,
  },
  {
    ...{ id: 'privacy-breached', title: 'Somebody else’s private matters made known', category: 'contact', alsoUnder: ['conduct', 'data'], usually: 'medium' },
    words: ['privacy', 'doxxing', 'confidential', 'client', 'told everyone', 'secret'],
    source: SOURCES.bcProtocol,
  },
  {
    ...{ id: 'impersonation', title: 'Pretending to be somebody, or a lie about them', category: 'contact', alsoUnder: ['conduct'], usually: 'medium' },
    words: ['fake account', 'fake profile', 'misrepresent', 'defame', 'libel', 'slander', 'rumour', 'catfish'],
    source: SOURCES.bcProtocol,
  },
  {
    ...{ id: 'identity-theft', title: 'Identity theft', category: 'contact', alsoUnder: ['commerce', 'data'], usually: 'high' },
    refer: ['police'],
    words: ['stolen identity', 'account taken', 'hacked', 'fraud'],
    source: SOURCES.bcProtocol,
  },
  {
    ...{ id: 'staff-targeted', title: 'A member of staff is the target', category: 'contact', alsoUnder: ['conduct'], usually: 'medium' },
    words: ['teacher', 'about a teacher', 'abuse of staff', 'parent post', 'facebook', 'video of a teacher', 'review'],
    source: SOURCES.bfFlowcharts,
  },
  {
    id: 'adult-contact',
    title: 'A member of staff in private contact with a pupil',
    category: 'contact',
    alsoUnder: ['conduct'],
    usually: 'high',
    words: ['private message', 'personal email', 'texting pupils', 'staff', 'social media with pupils', 'friend'],
    source: SOURCES.rkStaff,
  },
  {
    ...{ id: 'fgm', title: 'Female genital mutilation (FGM)', category: 'contact', urgent: true, usually: 'high' },
    refer: ['social care'],
    words: ['fgm', 'cutting', 'circumcision', 'female genital'],
    source: SOURCES.fgm,
  },
  {
    ...{ id: 'abuse-disclosed', title: 'A child tells of abuse or neglect', category: 'contact', urgent: true, usually: 'high' },
    refer: ['social care'],
    words: ['disclosure', 'abuse', 'neglect', 'home', 'hurt', 'told me'],
    source: SOURCES.bcProtocol,
  },
];
