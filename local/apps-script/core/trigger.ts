import type { TriggerData } from '../../workspace/data.ts';
import { ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { documented, type EnumValue, LocalServed, Served } from '../served.ts';
import { EVENT_TYPES, TRIGGER_SOURCES } from './enums.ts';

export const SCRIPTAPP_SCOPE = ['https://www.googleapis.com/auth/script.scriptapp'];
/** docs/apps-script/guides/services/quotas.md: triggers per user per script. */
const TRIGGER_LIMIT = 20;

/** docs/apps-script/reference/script/trigger.md */
export class Trigger extends LocalServed {
  readonly $name = 'Trigger';
  override readonly $scopes = SCRIPTAPP_SCOPE;
  readonly $data: TriggerData;

  constructor(data: TriggerData) {
    super();
    this.$data = data;
  }

  getEventType(): EnumValue {
    return EVENT_TYPES.$of(this.$data.eventType);
  }

  getHandlerFunction(): string {
    return this.$data.handlerFunction;
  }

  getTriggerSource(): EnumValue {
    return TRIGGER_SOURCES.$of(this.$data.source);
  }

  getTriggerSourceId(): string | null {
    return this.$data.sourceId;
  }

  getUniqueId(): string {
    return this.$data.uniqueId;
  }
}

documented<Trigger, GoogleAppsScript.Script.Trigger>(true);

/** Of all the steps of the builders only this one travels to Google. */
class Installer extends Served {
  readonly $name = 'Trigger';
  override readonly $latency = { create: 400 };
  override readonly $scopes = SCRIPTAPP_SCOPE;
}
const INSTALLER = new Installer();

/** Adds a trigger that runs as the run's effective user. */
export function install(run: Run, trigger: Omit<TriggerData, 'uniqueId' | 'creator'>): Trigger {
  return run.call(INSTALLER, 'create', () => {
    const mine = run.script.triggers.filter((each) => each.creator === run.effective);
    if (mine.length >= TRIGGER_LIMIT) {
      throw new ScriptError('This script has too many triggers. Triggers must be deleted from the script before more can be added.');
    }
    const data: TriggerData = { ...trigger, uniqueId: run.workspace.newId(19, '0123456789'), creator: run.effective };
    run.script.triggers.push(data);
    return new Trigger(data);
  });
}
