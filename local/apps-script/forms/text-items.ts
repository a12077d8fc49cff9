import { documented } from '../served.ts';
import { GeneralFeedbackBase } from './item-base.ts';
import type { ItemResponse } from './item-response.ts';

abstract class TextBase extends GeneralFeedbackBase {
  createResponse(response: string): ItemResponse {
    return this.$respond(this.$text(response, 'createResponse'));
  }
  setValidation(validation: unknown): this {
    return this.$validate(validation);
  }
  clearValidation(): this {
    return this.$validate(null);
  }
}

export class TextItem extends TextBase {
  readonly $name = 'TextItem';
}

documented<TextItem, GoogleAppsScript.Forms.TextItem>(true);

export class ParagraphTextItem extends TextBase {
  readonly $name = 'ParagraphTextItem';
}

documented<ParagraphTextItem, GoogleAppsScript.Forms.ParagraphTextItem>(true);
