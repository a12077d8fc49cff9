import { accountId } from '../../workspace/account-id.ts';
import { webAppAddress } from '../../workspace/drive/addresses.ts';
import { authorizationUrl, EVERY_SCOPE } from '../authorization.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { documented, EnumValue, LocalServed, Served } from '../served.ts';
import { AUTH_MODES, AUTHORIZATION_STATUSES, EVENT_TYPES, INSTALLATION_SOURCES, TRIGGER_SOURCES, WEEKDAYS } from './enums.ts';
import { SCRIPTAPP_SCOPE, Trigger } from './trigger.ts';
import { idOf, TriggerBuilder } from './trigger-builder.ts';

/** docs/apps-script/reference/script/script-app.md */
export class ScriptApp extends Served {
  readonly $name = 'ScriptApp';
  readonly AuthMode = AUTH_MODES;
  readonly AuthorizationStatus = AUTHORIZATION_STATUSES;
  readonly EventType = EVENT_TYPES;
  readonly InstallationSource = INSTALLATION_SOURCES;
  readonly TriggerSource = TRIGGER_SOURCES;
  readonly WeekDay = WEEKDAYS;
  override readonly $methodScopes = {
    deleteTrigger: SCRIPTAPP_SCOPE,
    getProjectTriggers: SCRIPTAPP_SCOPE,
    getScriptTriggers: SCRIPTAPP_SCOPE,
    getUserTriggers: SCRIPTAPP_SCOPE,
    newTrigger: SCRIPTAPP_SCOPE,
  };
  override readonly $latency = { getProjectTriggers: 200, getScriptTriggers: 200, getUserTriggers: 200, deleteTrigger: 300 };
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  newTrigger(functionName: string): TriggerBuilder {
    if (typeof functionName !== 'string') throw mismatch('ScriptApp.newTrigger', [functionName]);
    return new TriggerBuilder(this.#run, functionName);
  }

  /** Those of the effective user only: nobody sees another account's triggers. */
  getProjectTriggers(): Trigger[] {
    return this.#run.script.triggers.filter((each) => each.creator === this.#run.effective).map((each) => new Trigger(each));
  }

  getScriptTriggers(): Trigger[] {
    return this.getProjectTriggers();
  }

  getUserTriggers(file: unknown): Trigger[] {
    const id = typeof file === 'string' ? undefined : idOf(file);
    if (id === undefined) throw mismatch('ScriptApp.getUserTriggers', [file]);
    return this.getProjectTriggers().filter((trigger) => trigger.$data.sourceId === id);
  }

  deleteTrigger(trigger: unknown): void {
    if (!(trigger instanceof Trigger)) throw mismatch('ScriptApp.deleteTrigger', [trigger]);
    const at = this.#run.script.triggers.indexOf(trigger.$data);
    if (at < 0) throw new ScriptError('The trigger does not exist.');
    this.#run.script.triggers.splice(at, 1);
  }

  getScriptId(): string {
    return this.#run.script.id;
  }

  getProjectKey(): string {
    return this.#run.script.id;
  }

  getService(): Service {
    return new Service(this.#run);
  }

  getInstallationSource(): EnumValue {
    return INSTALLATION_SOURCES.$of('NONE');
  }

  /** Only the local REST face takes this token: it names the account and the run's scopes. */
  getOAuthToken(): string {
    return `local:${this.#run.effective}:${this.#run.scopes.join(',')}`;
  }

  /** A token with the claims that matter here; the signature is nobody's. */
  getIdentityToken(): string | null {
    const { effective, scopes } = this.#run;
    if (!scopes.includes('openid') && !scopes.includes(EVERY_SCOPE)) return null;
    const claims = { iss: 'https://accounts.google.com', sub: accountId(effective), hd: effective.split('@')[1], email: effective, email_verified: true };
    return [{ alg: 'RS256', typ: 'JWT' }, claims, 'local'].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  }

  getAuthorizationInfo(...args: unknown[]): AuthorizationInfo {
    const wanted = this.#scopesOf('getAuthorizationInfo', args);
    return new AuthorizationInfo(this.#run, wanted, this.#missing(wanted));
  }

  requireAllScopes(...args: unknown[]): void {
    this.#require(this.#scopesOf('requireAllScopes', args.slice(0, 1)));
  }

  requireScopes(...args: unknown[]): void {
    if (args.length !== 2) throw mismatch('ScriptApp.requireScopes', args);
    this.#require(this.#scopesOf('requireScopes', args));
  }

  invalidateAuth(): void {
    this.#run.script.grants[this.#run.effective] = [];
  }

  /** The scopes asked about; undefined means all that the script wants and does not list. */
  #scopesOf(method: string, args: unknown[]): readonly string[] | undefined {
    const [mode, scopes] = args;
    if (!(mode instanceof EnumValue) || AUTH_MODES.$values[mode.$name] !== mode) throw mismatch(`ScriptApp.${method}`, args);
    const listed = this.#run.manifest.oauthScopes;
    if (args.length < 2) return mode === AUTH_MODES.$values['FULL'] ? listed : [];
    if (!Array.isArray(scopes) || !scopes.every((scope): scope is string => typeof scope === 'string')) throw mismatch(`ScriptApp.${method}`, args);
    const stray = listed ? scopes.filter((scope) => !listed.includes(scope)) : [];
    if (stray.length > 0) throw new ScriptError(`The following scopes are not required by the script: ${stray.join(', ')}`);
    return scopes;
  }

  #missing(wanted: readonly string[] | undefined): string[] {
    const { scopes } = this.#run;
    if (scopes.includes(EVERY_SCOPE)) return [];
    if (!wanted) return scopes.length > 0 ? [] : [EVERY_SCOPE];
    return wanted.filter((scope) => !scopes.includes(scope));
  }

  /** Google ends the run here and asks the person, which it can do in the editor and from a bound menu only. */
  #require(wanted: readonly string[] | undefined): void {
    const missing = this.#missing(wanted);
    if (missing.length === 0) return;
    const message = `Authorization is required to perform that action. Missing: ${missing.join(', ')}`;
    if (this.#run.kind === 'editor' || this.#run.kind === 'bound menu') this.#run.stop(message);
    throw new ScriptError(message);
  }
}

documented<ScriptApp, GoogleAppsScript.Script.ScriptApp>(true);

/** docs/apps-script/reference/script/authorization-info.md */
class AuthorizationInfo extends LocalServed {
  readonly $name = 'AuthorizationInfo';
  readonly #run: Run;
  readonly #wanted: readonly string[] | undefined;
  readonly #missing: readonly string[];

  constructor(run: Run, wanted: readonly string[] | undefined, missing: readonly string[]) {
    super();
    this.#run = run;
    this.#wanted = wanted;
    this.#missing = missing;
  }

  getAuthorizationStatus(): EnumValue {
    return AUTHORIZATION_STATUSES.$of(this.#missing.length > 0 ? 'REQUIRED' : 'NOT_REQUIRED');
  }

  getAuthorizationUrl(): string | null {
    return this.#missing.length > 0 ? authorizationUrl(this.#run) : null;
  }

  getAuthorizedScopes(): string[] {
    return [...(this.#wanted ?? this.#run.scopes)].filter((scope) => !this.#missing.includes(scope));
  }
}

// `getAuthorizedScopes` is newer than the published types.
documented<Omit<AuthorizationInfo, 'getAuthorizedScopes'>, GoogleAppsScript.Script.AuthorizationInfo>(true);

/** docs/apps-script/reference/script/service.md */
class Service extends LocalServed {
  readonly $name = 'Service';
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  isEnabled(): boolean {
    return this.getUrl() !== null;
  }

  /** The newest versioned deployment: which of several is meant Google leaves open. */
  getUrl(): string | null {
    const deployment = this.#run.script.deployments.findLast((each) => each.versionNumber !== undefined);
    if (!deployment || !this.#run.manifest.webapp) return null;
    return webAppAddress(this.#run.workspace.data.domain, deployment);
  }
}

documented<Service, GoogleAppsScript.Script.Service>(true);
