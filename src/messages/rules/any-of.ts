/** An expression that is met by any of some phrases, whole words only. Within a phrase `|` and brackets mean what they mean in expressions. */
export function anyOf(...phrases: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${phrases.join('|')})\\b`);
}
