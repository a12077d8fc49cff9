import { wallTime } from '../../workspace/time-zone.ts';
import { mismatch } from '../errors.ts';
import { documented } from '../served.ts';
import { GeneralFeedbackBase } from './item-base.ts';
import type { ItemResponse } from './item-response.ts';

abstract class DateBase extends GeneralFeedbackBase {
  includesYear(): boolean {
    return this.$data.includesYear !== false;
  }
  setIncludesYear(enableYear: boolean): this {
    this.$data.includesYear = this.$boolean(enableYear, 'setIncludesYear');
    return this;
  }

  /** The date and the time on the script's clock: `yyyy-MM-dd` (or `MM-dd`) and `HH:mm`. */
  protected $parts(response: unknown): { date: string; time: string } {
    if (!(response instanceof Date) || Number.isNaN(response.getTime())) throw mismatch(`FormApp.${this.$name}.createResponse`, [response]);
    const wall = wallTime(this.$form.run.manifest.timeZone, response.getTime());
    const day = `${padded(wall.month)}-${padded(wall.day)}`;
    return { date: this.includesYear() ? `${String(wall.year).padStart(4, '0')}-${day}` : day, time: `${padded(wall.hour)}:${padded(wall.minute)}` };
  }
}

export class DateItem extends DateBase {
  readonly $name = 'DateItem';
  createResponse(response: Date): ItemResponse {
    return this.$respond(this.$parts(response).date);
  }
}

documented<DateItem, GoogleAppsScript.Forms.DateItem>(true);

export class DateTimeItem extends DateBase {
  readonly $name = 'DateTimeItem';
  createResponse(response: Date): ItemResponse {
    const { date, time } = this.$parts(response);
    return this.$respond(`${date} ${time}`);
  }
}

documented<DateTimeItem, GoogleAppsScript.Forms.DateTimeItem>(true);

export class TimeItem extends GeneralFeedbackBase {
  readonly $name = 'TimeItem';
  /** Numbers out of bounds run on as a clock does: 10, 90 is 11:30 (docs/apps-script/reference/forms/time-item.md). */
  createResponse(hour: number, minute: number): ItemResponse {
    const minutes = this.$integer(hour, 'createResponse') * 60 + this.$integer(minute, 'createResponse');
    const inDay = ((minutes % 1440) + 1440) % 1440;
    return this.$respond(`${padded(Math.floor(inDay / 60))}:${padded(inDay % 60)}`);
  }
}

documented<TimeItem, GoogleAppsScript.Forms.TimeItem>(true);

export class DurationItem extends GeneralFeedbackBase {
  readonly $name = 'DurationItem';
  /** Numbers out of bounds are cut to them: 24, 60, 90 is 24:59:59 (docs/apps-script/reference/forms/duration-item.md). */
  createResponse(hours: number, minutes: number, seconds: number): ItemResponse {
    const parts = [
      Math.min(72, Math.max(0, this.$integer(hours, 'createResponse'))),
      Math.min(59, Math.max(0, this.$integer(minutes, 'createResponse'))),
      Math.min(59, Math.max(0, this.$integer(seconds, 'createResponse'))),
    ];
    return this.$respond(parts.map(padded).join(':'));
  }
}

documented<DurationItem, GoogleAppsScript.Forms.DurationItem>(true);

function padded(value: number): string {
  return String(value).padStart(2, '0');
}
