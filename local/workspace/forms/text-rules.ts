/** What each text validation of Apps Script asks (docs/apps-script/reference/forms/text-validation-builder.md), and what is said when it fails. */
interface TextRule {
  holds(text: string, values: readonly (string | number)[]): boolean;
  message(values: readonly (string | number)[]): string;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const EMAIL = /^[^\s@"(),:;<>[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/;

function number(holds: (answer: number, first: number, second: number) => boolean, message: (first: number, second: number) => string): TextRule {
  return {
    holds: (text, values) => NUMBER.test(text.trim()) && holds(Number(text), Number(values[0]), Number(values[1])),
    message: (values) => message(Number(values[0]), Number(values[1])),
  };
}

function pattern(holds: (text: string, source: string) => boolean, message: string): TextRule {
  return { holds: (text, values) => holds(text, String(values[0])), message: () => message };
}

function length(holds: (length: number, bound: number) => boolean, message: (bound: number) => string): TextRule {
  return { holds: (text, values) => holds(text.length, Number(values[0])), message: (values) => message(Number(values[0])) };
}

const contains = (text: string, source: string) => new RegExp(source).test(text);
const matches = (text: string, source: string) => new RegExp(`^(?:${source})$`).test(text);

/** By the name of the builder's method. */
export const TEXT_RULES: Readonly<Record<string, TextRule>> = {
  requireNumber: number(
    () => true,
    () => 'Must be a number',
  ),
  requireWholeNumber: number(
    (answer) => Number.isInteger(answer),
    () => 'Must be a whole number',
  ),
  requireNumberBetween: number(
    (answer, start, end) => answer >= start && answer <= end,
    (start, end) => `Must be a number between ${start} and ${end}`,
  ),
  requireNumberNotBetween: number(
    (answer, start, end) => answer < start || answer > end,
    (start, end) => `Must be a number that is not between ${start} and ${end}`,
  ),
  requireNumberEqualTo: number(
    (answer, value) => answer === value,
    (value) => `Must be equal to ${value}`,
  ),
  requireNumberNotEqualTo: number(
    (answer, value) => answer !== value,
    (value) => `Must be a number other than ${value}`,
  ),
  requireNumberGreaterThan: number(
    (answer, value) => answer > value,
    (value) => `Must be a number greater than ${value}`,
  ),
  requireNumberGreaterThanOrEqualTo: number(
    (answer, value) => answer >= value,
    (value) => `Must be a number of at least ${value}`,
  ),
  requireNumberLessThan: number(
    (answer, value) => answer < value,
    (value) => `Must be a number less than ${value}`,
  ),
  requireNumberLessThanOrEqualTo: number(
    (answer, value) => answer <= value,
    (value) => `Must be a number of at most ${value}`,
  ),
  requireTextIsEmail: { holds: (text) => EMAIL.test(text.trim()), message: () => 'Must be a valid email address' },
  requireTextIsUrl: { holds: (text) => URL.canParse(text.trim()) && /^(https?|ftp):/i.test(text.trim()), message: () => 'Must be a valid web address' },
  requireTextContainsPattern: pattern(contains, 'Must contain what is asked for'),
  requireTextDoesNotContainPattern: pattern((text, source) => !contains(text, source), 'Contains something that is not allowed'),
  requireTextMatchesPattern: pattern(matches, 'Must match what is asked for'),
  requireTextDoesNotMatchPattern: pattern((text, source) => !matches(text, source), 'Matches something that is not allowed'),
  requireTextLengthGreaterThanOrEqualTo: length(
    (actual, bound) => actual >= bound,
    (bound) => `Must have at least ${bound} characters`,
  ),
  requireTextLengthLessThanOrEqualTo: length(
    (actual, bound) => actual <= bound,
    (bound) => `Must have at most ${bound} characters`,
  ),
};

/** Whether the text is an address mail could be sent to. */
export function isEmailAddress(text: string): boolean {
  return EMAIL.test(text);
}
