/** An error as a script sees it: `name` is what Apps Script puts before the colon, usually `Exception`. */
export class ScriptError extends Error {
  constructor(
    message: string,
    override readonly name: string = 'Exception',
    /** Only on GoogleJsonResponseException: `{ code, message, errors }`. */
    readonly details?: unknown,
  ) {
    super(message);
  }
}

/** The run is over and no `catch` in the script will see this: time is up, or a test's fault plan pulled the plug. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
}

/** What Apps Script throws when the arguments fit no signature of a method. */
export function mismatch(method: string, args: readonly unknown[]): ScriptError {
  return new ScriptError(`The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${method}.`);
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) return value.length > 0 && value.every((item) => typeof item === 'number') ? 'number[]' : 'Array';
  if (value instanceof Date) return 'Date';
  if (typeof value === 'object') return value.constructor?.name ?? 'Object';
  return typeof value === 'string' ? 'String' : typeof value;
}
