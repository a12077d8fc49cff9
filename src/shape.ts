import { type GenericSchema, getDotPath, safeParse } from 'valibot';
import { Refusal } from './school/refusal.ts';

/** What a door takes. Anything else is refused before its use case sees it, and fields it does not know are left out. */
export type Shape<Input> = GenericSchema<unknown, Input>;

/**
 * A door's input as its shape describes it.
 * @throws Refusal naming the field, and nothing of what it held: whoever sent it may not be somebody's page
 */
export function readInput<Input>(shape: Shape<Input>, input: unknown): Input {
  const result = safeParse(shape, input, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = getDotPath(issue) ?? undefined;
  if (issue.type === 'max_length')
    throw new Refusal('too-long', `This is too long: at most ${issue.requirement} fit here. Shorten it, or send it in two parts.`, field);
  throw new Refusal(
    'unreadable',
    `The page sent something that Handrail cannot read${field ? ` ("${field}")` : ''}. Nothing was saved. Reload the page and try again.`,
    field,
  );
}
