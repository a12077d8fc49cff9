/** Exit codes of `npm run deploy`, as docs/going-live.md lists them. */
export const EXIT = {
  done: 0,
  /** Something that was not foreseen; what clasp or Node said is printed. */
  failed: 1,
  /** The command line cannot be understood. */
  usage: 2,
  /** A step that a person must do first: log in, name the account, fill in an id, switch the API on. */
  notReady: 3,
  /** Google could not be reached. Nothing was changed, or the step that was under way is named. */
  offline: 4,
  /** Going on would break a rule: the version limit, a second deployment, a deployment that is gone. */
  refused: 5,
} as const;

/** Deploying stops here. The message says what is wrong, `advice` what to do about it. */
export class DeployRefusal extends Error {
  override readonly name = 'DeployRefusal';

  constructor(
    readonly exitCode: number,
    message: string,
    readonly advice: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
