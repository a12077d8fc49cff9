import type { Involvement } from '../../incidents/concern.ts';
import { belongsToStaff } from '../../school/roll.ts';
import type { Category, MessageSeverity } from '../message.ts';

/**
 * The type of incident that a message is proposed as, from `TYPES`; '' when the DSL is to say. A type that must be opened at once is proposed for
 * what somebody must act on today, and for nudes whatever the severity (rule 8): the others would wake people for every rude word.
 */
export function typeOfMail(category: Category | '', severity: MessageSeverity, people: readonly Involvement[]): string {
  const isHigh = severity === 3;
  const [sender] = people.filter(({ role }) => role === 'alleged');
  const kind = sender?.kind ?? '';
  const sexual = belongsToStaff(kind || undefined) ? 'adult-contact' : kind === 'pupil' ? sexualAmongPupils(isHigh) : isHigh ? 'grooming' : 'stranger-contact';
  const types: Record<Category, string> = {
    bullying: 'bullying',
    hate: 'prejudice-bullying',
    threat: isHigh ? 'threats' : 'offensive-message',
    sexual,
    nudes: 'nudes',
    'self-harm': isHigh ? 'self-harm-risk' : 'well-being',
    radicalisation: isHigh ? 'extremism' : '',
    drugs: isHigh ? 'exploitation' : '',
    scam: 'scam',
    disclosure: isHigh ? 'abuse-disclosed' : '',
  };
  return category === '' ? '' : types[category];
}

function sexualAmongPupils(isHigh: boolean): string {
  return isHigh ? 'sexual-harassment' : 'offensive-message';
}

/** Somebody may be in danger now: a plan, a farewell, a threat that must be acted on today. */
export function saysDanger(category: Category | '', severity: MessageSeverity): boolean {
  return severity === 3 && (category === 'threat' || category === 'self-harm');
}
