/** What JavaScript's expressions know and RE2 does not (github.com/google/re2, wiki "Syntax"), each with its name for people. */
const NOT_IN_RE2: [found: RegExp, name: string][] = [
  [/\(\?<?[=!]/, 'looking ahead or behind'],
  [/\\[1-9]|\\k</, 'a reference back'],
  [/\(\?>/, 'an atomic group'],
  [/\(\?\(/, 'a condition'],
  [/\(\?#/, 'a comment'],
  [/\(\?<[A-Za-z]/, 'a name in the spelling of JavaScript'],
  [/[*+?}]\+/, 'a possessive count'],
  [/\\[uXZGRKhHe]|\\c[A-Za-z]/, 'an escape that RE2 does not know'],
];
/** The highest count that RE2 takes: `a{1000}`. */
const HIGHEST_COUNT = 1000;

/** Why Google would refuse an expression, in words; null when it would not. What stands in a class or is escaped is left alone. */
export function re2Problem(expression: string): string | null {
  const bare = expression.replace(/\\\\/g, '').replace(/\[\^?\]?(?:\\.|[^\]\\])*\]/g, 'x');
  const found = NOT_IN_RE2.find(([pattern]) => pattern.test(bare.replace(/\\[*+?}{()[\].|^$]/g, 'x')));
  if (found) return `RE2 does not know ${found[1]}.`;
  const counts = [...bare.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].flatMap(([, least = '', most = '']) => [Number(least), Number(most)]);
  if (counts.some((count) => count > HIGHEST_COUNT)) return `RE2 counts to ${HIGHEST_COUNT} at most.`;
  try {
    new RegExp(expression.replace(/^\(\?[ims]+\)/, ''));
    return null;
  } catch {
    return 'The expression is not whole: a bracket or a count is wrong.';
  }
}
