import type { AgreementText } from '../agreement.ts';

/** A8: undertakings, and questions that are answered yes or no for each child, with nothing chosen beforehand. */
export const parentAgreement: AgreementText = {
  title: 'Parent and carer agreement',
  audience: 'parent',
  alsoFor: [],
  introduction:
    'For parents and carers with parental responsibility. You can answer for several children in one go. First there are a few things we ask of you; then you say for each child what they may use, and whether pictures of them may be used. These are real questions: nothing is chosen for you, and your child has no disadvantage from a no. You can withdraw any consent at any time by telling the office or sending a new form; we record the date and stop using it from then on. The school filters and monitors what pupils do on its systems, mail included. You get a copy by mail.',
  sections: [
    {
      heading: 'Going online together',
      asks: 'agree',
      clauses: [
        'I have read the pupil agreement with my child, talked about it, and want it kept.',
        'At home I take an interest in what my child does online, use the safety settings of our devices and keep to the age limits of apps and games.',
        'When my child learns from home on camera, they are dressed for school and in a room that is not a bedroom, if we can manage it.',
        'What the school lends us is for school work. We take care of it and bring it back.',
        'I have read that my child agrees not to look for or share anything hateful, harmful or unlawful, and I stand behind that.',
      ],
    },
    {
      heading: 'What you should know',
      asks: 'acknowledge',
      clauses: [
        'What pupils do on school systems is filtered and monitored, their school mail included. That holds for school devices at home as well.',
        'No filter stops everything. The school takes care, but cannot promise that a child will never meet something unsuitable.',
        'If a child breaks the rules online, in school or outside, the school’s behaviour policy applies and you will be told.',
        'Pictures that the school publishes carry no child’s full name. Even so, what has been published may be copied, and what is printed cannot be called back.',
        'If two parents answer differently, it stays a no until the school has settled it with them.',
        'If you agree to pictures, they are kept in the school’s own storage, used only for what you agreed to, and deleted when they are no longer needed.',
      ],
    },
    {
      heading: 'Photographs and film of other people’s children',
      asks: 'agree',
      clauses: [
        'Pictures and film that I take at school events are for my own family. I sign the school’s list if it keeps one.',
        'I put nothing online that shows other children or staff, unless they, or the children’s parents, have said yes.',
        'I do not write about other children who can be seen or heard in pictures or film.',
        'I put the camera away when the school asks for it or when it spoils the event for others.',
        'On the premises my phone stays silent and in my pocket, except at events where the school allows pictures.',
        'I do not record or share lessons that are taught live, or meetings at the school.',
      ],
    },
    {
      heading: 'Social media and getting in touch',
      asks: 'agree',
      clauses: [
        'I post nothing that could hurt or shame pupils, parents or staff, or that is untrue about the school.',
        'If I am unhappy with something, I come to the school with it, or use its complaints procedure, instead of posting about it.',
        'I write to staff at their school addresses only, and send them no requests on their private accounts.',
        'I know that staff are advised not to be linked with parents on social media. If they say no, it is not meant unkindly.',
        'In class and parents’ chat groups I keep to what is kind and true, and pass on no pictures of other children.',
      ],
    },
    {
      heading: 'Telling us',
      asks: 'agree',
      clauses: [
        'I tell the school if something online worries me about my child or another one, even if it happened at home.',
        'I keep threatening or bullying messages and show them to the school; I do not answer them or send them round.',
        'If it is a nude or sexual picture of a child, I do not copy it or send it to anybody, the school included. I tell the safeguarding lead, or the police.',
        'If a child is in danger, I ring 999.',
        'I tell the office when my address, my number or who has parental responsibility changes.',
      ],
    },
  ],
  permissions: [
    { id: 'use-internet', question: 'May your child use the internet in school, filtered and supervised?' },
    { id: 'use-mail', question: 'May your child have and use a school e-mail account, which the school monitors?' },
    { id: 'use-online-classroom', question: 'May your child use the school’s online classroom, in school and at home?' },
    { id: 'use-devices', question: 'May your child use the school’s computers, tablets and other devices?' },
    {
      id: 'images-in-school',
      question: 'May photographs and recordings of your child be used inside the school, for lessons, displays and records of their learning?',
    },
    { id: 'images-website', question: 'May photographs of your child appear on the school’s website?' },
    { id: 'images-newsletter', question: 'May photographs of your child appear in the school’s newsletter, prospectus and other leaflets?' },
    { id: 'images-social-media', question: 'May photographs of your child appear on the school’s own social media accounts?' },
    { id: 'images-press', question: 'May newspapers, radio or television photograph or record your child for a report about the school?' },
    {
      id: 'images-event-video',
      question: 'May your child be seen and heard in videos of plays, concerts and sports days that the school shares with families?',
    },
    { id: 'work-published', question: 'May your child’s work be published outside the school, without their full name?' },
  ],
  signatureFields: ['Full name', 'Relationship to the children', 'Signature', 'Date'],
};
