import { parse } from 'acorn';

/**
 * Why Apps Script's V8 runtime would refuse the source, or null: it has no ES modules, private names or static fields, so what
 * Node would take, Google may not.
 */
export function syntaxErrorIn(source: string): string | null {
  try {
    parse(source, { ecmaVersion: 2021, sourceType: 'script', allowHashBang: false });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
