import type { FurtherMail, MailFacts, MailOrigin, SentOn } from './evidence.ts';

/** A row holds only so much; a whole school that sends the same message on is one case. */
const MOST_REPORTERS = 300;
const MOST_BROUGHT = 600;

/** What a case's row knows of the message it began with. */
export function mailFacts({ flag, ...origin }: MailOrigin): MailFacts {
  return { ...origin, reporters: [], brought: [flag] };
}

/**
 * After a further message: it makes a case no less grave. Undefined for a case that did not begin with one.
 * @param isClassified a person has said how serious the case is
 */
export function graver(mail: MailFacts | undefined, severity: MailFacts['severity'], isClassified: boolean): MailFacts | undefined {
  if (mail === undefined) return undefined;
  const after = severity > mail.severity ? { ...mail, severity } : mail;
  return severity === 3 && isClassified ? { ...after, isGraverSince: true } : after;
}

/** Once a person has said how serious the case is, with all its messages before them. */
export function weighed({ isGraverSince: _, ...mail }: MailFacts): MailFacts {
  return mail;
}

/** After what a further message brings besides its words. */
export function withFurther(mail: MailFacts, { isUnproven, pupilTells }: FurtherMail): MailFacts {
  return { ...mail, ...(isUnproven ? { isFurtherUnproven: true } : {}), ...(pupilTells ? { pupilTellsFurther: true } : {}) };
}

/** After somebody has sent on a message that was known already. */
export function sentOnAs(mail: MailFacts, { email, flag }: SentOn, isReporter: boolean): MailFacts {
  const reporters = isReporter || email === '' ? mail.reporters : [...new Set([...mail.reporters, email])].slice(-MOST_REPORTERS);
  return { ...mail, reporters, brought: [...mail.brought, flag].slice(-MOST_BROUGHT) };
}
