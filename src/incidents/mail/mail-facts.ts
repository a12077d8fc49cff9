import type { MailFacts, MailOrigin, SentOn } from './evidence.ts';

/** A row holds only so much; a whole school that sends the same message on is one case. */
const MOST_REPORTERS = 300;
const MOST_BROUGHT = 600;

/** What a case's row knows of the message it began with. */
export function mailFacts({ flag, ...origin }: MailOrigin): MailFacts {
  return { ...origin, reporters: [], brought: [flag] };
}

/** After a further message: it makes a case no less grave. Undefined for a case that did not begin with one. */
export function graver(mail: MailFacts | undefined, severity: MailFacts['severity']): MailFacts | undefined {
  return mail && severity > mail.severity ? { ...mail, severity } : mail;
}

/** After somebody has sent on a message that was known already. */
export function sentOnAs(mail: MailFacts, { email, flag }: SentOn, isReporter: boolean): MailFacts {
  const reporters = isReporter || email === '' ? mail.reporters : [...new Set([...mail.reporters, email])].slice(-MOST_REPORTERS);
  return { ...mail, reporters, brought: [...mail.brought, flag].slice(-MOST_BROUGHT) };
}
