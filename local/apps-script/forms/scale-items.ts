import { mismatch, ScriptError } from '../errors.ts';
import { documented, type EnumValue } from '../served.ts';
import { isOf, RatingIconType } from './enums.ts';
import { GeneralFeedbackBase } from './item-base.ts';
import type { ItemResponse } from './item-response.ts';

export class ScaleItem extends GeneralFeedbackBase {
  readonly $name = 'ScaleItem';

  getLowerBound(): number {
    return this.$data.lowerBound ?? 1;
  }
  getUpperBound(): number {
    return this.$data.upperBound ?? 5;
  }
  getLeftLabel(): string {
    return this.$data.leftLabel ?? '';
  }
  getRightLabel(): string {
    return this.$data.rightLabel ?? '';
  }
  /** From 0 or 1 up to 3 … 10; decimals are cut (docs/apps-script/reference/forms/scale-item.md). */
  setBounds(lower: number, upper: number): this {
    const from = this.$integer(lower, 'setBounds');
    const to = this.$integer(upper, 'setBounds');
    if (from < 0 || from > 1 || to < 3 || to > 10) throw new ScriptError('Scale bounds are outside the permitted limits.');
    this.$data.lowerBound = from;
    this.$data.upperBound = to;
    return this;
  }
  setLabels(lower: string, upper: string): this {
    this.$data.leftLabel = this.$text(lower, 'setLabels');
    this.$data.rightLabel = this.$text(upper, 'setLabels');
    return this;
  }
  createResponse(response: number): ItemResponse {
    return this.$respond(String(this.$integer(response, 'createResponse')));
  }
}

documented<ScaleItem, GoogleAppsScript.Forms.ScaleItem>(true);

export class RatingItem extends GeneralFeedbackBase {
  readonly $name = 'RatingItem';

  getRatingIcon(): EnumValue {
    return RatingIconType.$of(this.$data.ratingIcon ?? 'STAR');
  }
  getRatingScaleLevel(): number {
    return this.$data.upperBound ?? 3;
  }
  setRatingIcon(ratingIcon: EnumValue): this {
    if (!isOf(RatingIconType, ratingIcon)) throw mismatch('FormApp.RatingItem.setRatingIcon', [ratingIcon]);
    this.$data.ratingIcon = ratingIcon.$name;
    return this;
  }
  setRatingScaleLevel(ratingScaleLevel: number): this {
    const level = this.$integer(ratingScaleLevel, 'setRatingScaleLevel');
    if (level < 3 || level > 10) throw new ScriptError('Rating scale level is outside the permitted limits.');
    this.$data.upperBound = level;
    return this;
  }
  createResponse(response: number): ItemResponse {
    return this.$respond(String(this.$integer(response, 'createResponse')));
  }
}

documented<RatingItem, GoogleAppsScript.Forms.RatingItem>(true);
