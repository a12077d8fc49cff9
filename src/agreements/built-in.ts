import { type AgreementText, sectionsFrom } from './agreement.ts';

/**
 * The staff agreement a school starts with, in our own words. What it covers is what schools' own agreements cover (A1): accounts,
 * systems, data, images, messages, social media, reporting, monitoring. A school may put its own in its place.
 */
export const staffAgreement: AgreementText = {
  title: 'Staff agreement: using the school’s technology safely',
  audience: 'staff',
  alsoFor: [],
  permissions: [],
  introduction:
    'For everybody who works in the school. It covers the school’s accounts, network, devices and online services, wherever you use them. Read each part and tick it if you agree.',
  sections: sectionsFrom([
    'I use the school’s accounts and devices for my work.',
    'My passwords are mine alone. I choose strong ones, never borrow anybody else’s, and change a password at once if it may be known.',
    'I lock or sign out of a device before I leave it, and I let nobody use it in my name.',
    'I add no software, storage or device to the school’s systems without asking the technician.',
    'I leave the filter and the security settings as they are. If I meet something they should have stopped, I report it the same day.',
    'I do not look for, open, keep or send anything unlawful, hateful, extremist, sexual or otherwise unfit for a school.',
    'I keep information about pupils, families and colleagues in the school’s own systems and share it only with those who need it for their work.',
    'I take personal data off the premises only on encrypted devices or through the access the school gives me.',
    'If a device or data may be lost, stolen or seen by the wrong person, I tell the headteacher and the data protection lead at once.',
    'I write to pupils and parents about school only from school accounts, in a way I would be content for anybody to read.',
    'I do not connect with current pupils, or with recent ones who are still children, on private social media or in private messages.',
    'What I post in my own name does not bring the school, its families or my colleagues into it.',
    'I take photographs and recordings of pupils only with school equipment, where there is consent, and keep them where the school keeps them.',
    'I respect copyright and say where material comes from.',
    'I teach and model safe, kind and thoughtful behaviour online.',
    'I tell the designated safeguarding lead about any worry for a child the same day. I promise no child secrecy.',
    'I tell the headteacher about any worry about an adult’s conduct, however small; if it is about the headteacher, I tell the chair of governors.',
    'I know that the school monitors the use of its systems, mail included, to keep children safe, and that records may be used if something goes wrong.',
    'I have read the school’s online-safety policy and will keep up with its changes.',
    'I know that breaking this agreement may lead to disciplinary action and, where the law is broken, to the police.',
    'I ask for an account and for access to the systems my work needs.',
  ]),
  signatureFields: ['Full name', 'Job title', 'Signature', 'Date'],
};
