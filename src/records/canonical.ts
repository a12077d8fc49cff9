import serialize from 'canonicalize';

/** What an event may carry: what JSON can say, and nothing that only JavaScript knows (dates, functions, NaN). */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The one way to write a value down: keys sorted and numbers normalised (RFC 8785), everything beyond printable ASCII escaped.
 * Being plain ASCII, the text survives any charset, a CSV file and a spreadsheet unchanged, and `JSON.parse` gives the value back.
 * @throws TypeError for a value that JSON cannot hold
 * @example canonical({ b: 'é', a: 1 }) // '{"a":1,"b":"\\u00e9"}'
 */
export function canonical(value: Json): string {
  const text = serialize(value);
  if (text === undefined) throw new TypeError('This value has no JSON form');
  return text.replace(/[^\x20-\x7e]/g, escaped);
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
