/** Clauses that several audiences agree to, worded once, so that nobody is asked for less by accident. */
export const common = {
  passwords: 'My passwords are mine alone: strong ones, changed when the school asks for it and at once if somebody may know them.',
  lock: 'I lock or sign out of a device before I leave it, and let nobody use it in my name.',
  nothingAdded: 'I add no program, storage or device to the school’s systems unless the technician has agreed to it.',
  filter: 'I leave the filter and the security settings as they are. If something gets past them, I report it the same day.',
  nothingUnfit: 'I do not look for, open, keep or send anything unlawful, hateful, extremist, sexual or otherwise unfit for a school.',
  schoolCamera:
    'I photograph or record pupils only with the school’s equipment, never with my own. Only the headteacher can agree to anything else, beforehand and in writing.',
  intimateImages:
    'If I hear of a nude or sexual picture of a child, I do not look at it, copy it, send it on or delete it, nor ask anybody to show it. I tell the designated safeguarding lead at once.',
  noPrivateContact: 'I give pupils no private number, address or account name, and I have no contact with them by private message or on social media.',
  nothingPosted: 'I post nothing online about the school’s pupils, families or staff, or about what I see and hear here.',
  worryAboutChild:
    'If I am worried about a child, I tell the designated safeguarding lead the same day. I promise no child secrecy, and I do not press for more.',
  worryAboutAdult:
    'I tell the headteacher about any worry over how an adult behaves, however small. If it is about the headteacher, I tell the chair of governors.',
  monitored: 'I know that the school monitors its network, accounts and devices, mail included, to keep children safe.',
  accessEnds: 'My access ends on the date the school gives me. If I need it longer, I ask before then.',
} as const;
