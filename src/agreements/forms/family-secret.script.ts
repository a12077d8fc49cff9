import { alone } from '../../records/lock.script.ts';
import type { Memory } from '../../school/settings.script.ts';

/** The script property it is kept in. */
const PROPERTY = 'family-secret';

/**
 * The secret that parents' codes are made with (see `codeFor`). It is made once and never changed: links that were mailed go on working.
 * Not to be called from within a decision, because it takes the same lock.
 */
export function familySecret({ rest }: Pick<Memory, 'rest'>): string {
  return rest[PROPERTY] ?? alone(made);
}

function made(): string {
  const properties = PropertiesService.getScriptProperties();
  const there = properties.getProperty(PROPERTY);
  if (there !== null) return there;
  const secret = `${Utilities.getUuid()}${Utilities.getUuid()}`;
  properties.setProperty(PROPERTY, secret);
  return secret;
}
