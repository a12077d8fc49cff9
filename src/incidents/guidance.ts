import type { About } from './concern.ts';
import { TYPES } from './types.ts';

/** What somebody has typed or chosen so far. */
export interface Telling {
  /** Id of the type they chose; '' for none. */
  typeHint: string;
  /** '' while nothing is chosen. */
  about: About | '';
  story: string;
}

/** What to do and what never to do, shown while somebody types (B4). */
export interface Guidance {
  id: string;
  title: string;
  lines: readonly string[];
  /** Pictures are refused with the first line as the reason: a picture may be one that nobody may keep (rule 8). */
  refusesPictures: boolean;
}

interface GuidanceRule extends Guidance {
  types: readonly string[];
  about?: readonly About[];
  /** Words in the story that call for it. Cautious: shown once too often does no harm. */
  words?: RegExp;
}

/** Shown to everybody, whatever it is about. */
const ALWAYS: Guidance = {
  id: 'always',
  title: 'If a child tells you something',
  lines: [
    'Listen and stay calm. Do not promise to keep it secret.',
    'Do not investigate and do not ask questions that put words in their mouth.',
    'Write what was said in the child’s own words, and tell the DSL in person as well.',
  ],
  refusesPictures: false,
};

/** Most urgent first. Where a person's life is at stake the words are short. */
const RULES: readonly GuidanceRule[] = [
  {
    id: 'self-harm',
    title: 'Somebody may harm themselves',
    lines: ['Stay with them. Do not leave them alone.', 'If they are hurt or may do it now, ring 999.', 'Find the DSL in person now. This page can wait.'],
    refusesPictures: false,
    types: ['self-harm-risk', 'self-harm-content'],
    words:
      /\b(suicid\w*|self[- ]?harm\w*|kill(?:s|ed|ing)? (?:him|her|my|them|your)sel(?:f|ves)|cut(?:s|ting)? (?:him|her|my|them)sel(?:f|ves)|overdos\w*|wants? to die|end (?:his|her|my|their) life)\b/i,
  },
  {
    id: 'images',
    title: 'Images of a child',
    lines: [
      'Do not add a picture: an image of a child undressed or in a sexual way must not be copied or kept by anybody.',
      'Do not look at it, copy it, save it, print it, forward it or delete it. No screenshot, and no photograph of the screen.',
      'Do not ask the child to show, send or delete it.',
      'Leave the device as it is: screen covered, nobody uses it. Tell the DSL in person now.',
      'If you have seen it already, say so in your own words. You have done nothing wrong by telling.',
    ],
    refusesPictures: true,
    types: TYPES.filter(({ images }) => images === true).map(({ id }) => id),
    words:
      /\b(nudes?|naked|nudity|semi[- ]?nudes?|topless|undress\w*|sexting|sexts?|sexted|dick ?pics?|nudif\w+|deep ?fakes?|upskirt\w*|indecent|intimate (?:image|photo|picture|pic|video)s?|explicit (?:image|photo|picture|pic|video)s?|sexual (?:image|photo|picture|pic|video)s?|child abuse (?:image|material|photo|picture|video)s?|csam|(?:photo|picture|pic|image|video)s? of (?:his|her|their|my) (?:body|privates?|private parts|bottom|breasts?|chest|genitals|penis|vagina)|(?:without|took off|take off|no) (?:any |his |her |their |the )*(?:clothes|underwear|knickers|pants|bra)|in (?:his|her|their) (?:underwear|knickers|pants|bra))\b/i,
  },
  {
    id: 'grooming',
    title: 'Grooming or blackmail',
    lines: [
      'Do not answer the person, block them or tell them off: leave the account and the messages as they are.',
      'Do not ask the child to pay or to send anything more. It is not their fault: say so.',
      'Tell the DSL in person now. If the child is to meet somebody today, ring 999.',
    ],
    refusesPictures: false,
    types: ['grooming', 'sextortion', 'exploitation', 'stranger-contact'],
    words: /\b(groom(?:ed|ing|er)|blackmail\w*|sextort\w*|county lines|meet(?:ing)? (?:up )?(?:with )?(?:him|her|them|someone|somebody|a man|a stranger))\b/i,
  },
  {
    id: 'fgm',
    title: 'Female genital mutilation',
    lines: [
      'If you are a teacher and a girl under 18 tells you or you see that it was done, you must tell the police yourself (101). Nobody can do it for you.',
      'If it may be about to happen, ring 999.',
      'Tell the DSL in person as well. Do not speak with the family first, and neither examine nor photograph the child.',
    ],
    refusesPictures: false,
    types: ['fgm'],
    words: /\b(fgm|genital mutilation|female circumcision)\b/i,
  },
  {
    id: 'radicalisation',
    title: 'Extremism',
    lines: [
      'Tell the DSL: they ask the local authority’s Prevent lead. In danger, ring 999.',
      'Do not argue with the child about it and do not search for the material yourself.',
      'Write down the address or the name of the group, not copies of the material.',
    ],
    refusesPictures: false,
    types: ['extremism'],
    words: /\b(radicali[sz]\w*|terroris\w+|extremis[mt]s?|jihad\w*|neo-?nazis?|white suprem\w+|far[- ]right|isis|bomb[- ]making|incels?)\b/i,
  },
  {
    id: 'illegal',
    title: 'Something that may be illegal',
    lines: ['Stop looking. Leave the device as it is, screen covered.', 'Do not copy, print or delete anything. Tell the DSL in person now.'],
    refusesPictures: false,
    types: ['illegal-material', 'hacking', 'identity-theft'],
  },
  {
    id: 'threats',
    title: 'Threats',
    lines: ['If anybody may be hurt, ring 999 now.', 'Leave the messages where they are. Do not answer them.'],
    refusesPictures: false,
    types: ['threats'],
    words: /\b(threat(?:en\w*|s)?|kill (?:you|him|her|them|me|us)|stab(?:bed|bing)?|bring a knife|gun)\b/i,
  },
  {
    id: 'adult',
    title: 'A worry about an adult',
    lines: [
      'It goes to the headteacher alone. About the headteacher, it goes to the chair of governors.',
      'Do not speak to the adult about it, nor to colleagues.',
      'Small worries count: write down what you saw, not what you think it means.',
    ],
    refusesPictures: false,
    types: ['adult-contact'],
    about: ['staff', 'low-level', 'head', 'dsl'],
  },
  {
    id: 'staff-targeted',
    title: 'Somebody writes about staff',
    lines: [
      'Do not answer online. Keep the address and a screenshot, with the date.',
      'Tell the headteacher today. You can ask your union or the Professionals’ Online Safety Helpline for advice.',
    ],
    refusesPictures: false,
    types: ['staff-targeted'],
  },
  {
    id: 'data',
    title: 'Lost data or a lost device',
    lines: [
      'Tell the headteacher and the data protection lead at once: the law’s 72 hours started with the loss.',
      'Change your password from another device, and have the lost one locked or wiped.',
      'Sent to the wrong person? Ask them not to open it and to delete it, and write down what they say.',
    ],
    refusesPictures: false,
    types: ['device-lost', 'data-breach', 'data-careless', 'password-lost', 'virus', 'security-attempt'],
    about: ['data'],
    words:
      /\b((?:lost|stolen|left|missing)(?: \w+){0,3} (?:laptop|tablet|ipad|chromebook|phone|memory stick|usb|device)|(?:laptop|tablet|ipad|chromebook|phone|memory stick|usb|device) (?:was |is |has been |got )?(?:lost|stolen|missing)|data breach|wrong (?:person|address|recipient))\b/i,
  },
  {
    id: 'safety-button',
    title: 'Safety button',
    lines: [
      'Tell the child that they did right, and that nobody can see it now.',
      'Ask whether they meant to press it. If they are upset, look after them first.',
      'Away from all children, one adult looks once. If it may be an image of a child: stop at once, cover the screen, ring the DSL.',
      'Pass the address on, so that it gets blocked.',
    ],
    refusesPictures: false,
    types: ['safety-button', 'accidental-content'],
    words: /\b(safety button|hector|red button)\b/i,
  },
  {
    id: 'device',
    title: 'A device that shows what happened',
    lines: [
      'Leave it in the state in which it is: on stays on, off stays off. Cover the screen.',
      'Do not open it “to check”, and let nobody else use it. Lock it away with somebody watching.',
    ],
    refusesPictures: false,
    types: ['pornography', 'phone-misuse', 'photo-without-consent'],
    words: /\b(confiscat\w*|took (?:his|her|their|the) (?:phone|tablet|laptop|device|ipad)|on (?:his|her|their) (?:phone|tablet|laptop|device|ipad))\b/i,
  },
  {
    id: 'bullying',
    title: 'Bullying online',
    lines: ['Do not tell the child to delete the messages: ask them to keep them and not to answer.', 'Note who wrote what, where and when.'],
    refusesPictures: false,
    types: ['bullying', 'prejudice-bullying', 'offensive-message', 'impersonation'],
    words: /\b(bull(?:y|ied|ying|ies)|picked on|nasty messages?|racist|homophobic)\b/i,
  },
];

/**
 * What to show to somebody who types, most urgent first, the words for everybody last. Pure and quick: it runs at every key, and again on
 * the server, which refuses pictures by the same rules.
 */
export function guidanceFor({ typeHint, about, story }: Telling): Guidance[] {
  const fitting = RULES.filter((rule) => rule.types.includes(typeHint) || (about !== '' && rule.about?.includes(about)) || rule.words?.test(story));
  return [...fitting.map(({ id, title, lines, refusesPictures }) => ({ id, title, lines, refusesPictures })), ALWAYS];
}
