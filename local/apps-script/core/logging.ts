import { format } from 'node:util';
import type { Run } from '../run.ts';
import { documented, LocalServed } from '../served.ts';
import { formatDate } from './date-format.ts';
import { consoleText, javaText } from './format-string.ts';

/** docs/apps-script/reference/base/logger.md */
export class Logger extends LocalServed {
  readonly $name = 'Logger';
  readonly #run: Run;
  #lines: string[] = [];

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  log(...args: unknown[]): Logger {
    const zone = this.#run.manifest.timeZone;
    const [first, ...values] = args;
    const text = typeof first === 'string' && values.length > 0 ? filled(first, values, zone) : javaText(messageOf(first), zone);
    this.#run.log.push(text);
    this.#lines.push(`${formatDate(this.#run.workspace.clock.now(), zone, 'EEE MMM dd HH:mm:ss z yyyy')} INFO: ${text}\n`);
    return this;
  }

  getLog(): string {
    return this.#lines.join('');
  }

  clear(): void {
    this.#lines = [];
  }
}

documented<Logger, GoogleAppsScript.Base.Logger>(true);

/** An object's `message` stands for it; the rest of it goes to Cloud Logging only. */
function messageOf(data: unknown): unknown {
  return data !== null && typeof data === 'object' && !Array.isArray(data) && !(data instanceof Error) && 'message' in data ? data.message : data;
}

function filled(template: string, values: readonly unknown[], zone: string): string {
  let next = 0;
  return template.replace(/%s/g, (whole) => (next < values.length ? javaText(values[next++], zone) : whole));
}

/** docs/apps-script/reference/base/console.md; `%s`, `%d`, `%i`, `%f`, `%o`, `%O` and `%j` are filled in. */
export class Console extends LocalServed {
  readonly $name = 'console';
  readonly #run: Run;
  readonly #timers = new Map<string, number>();

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  log(...args: unknown[]): void {
    this.#run.log.push(format(...args.map(consoleText)));
  }

  info(...args: unknown[]): void {
    this.log(...args);
  }

  warn(...args: unknown[]): void {
    this.log(...args);
  }

  error(...args: unknown[]): void {
    this.log(...args);
  }

  time(label: string): void {
    this.#timers.set(String(label), this.#run.workspace.clock.now());
  }

  timeEnd(label: string): void {
    const start = this.#timers.get(String(label));
    if (start === undefined) return;
    this.#timers.delete(String(label));
    this.log(`${label}: ${this.#run.workspace.clock.now() - start}ms`);
  }
}

documented<Console, globalThis.Console>(true);
