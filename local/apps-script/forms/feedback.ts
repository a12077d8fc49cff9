import type { FeedbackData } from '../../workspace/data.ts';
import { mismatch } from '../errors.ts';
import { documented, LocalServed } from '../served.ts';

/** What a quiz tells after a question (docs/apps-script/reference/forms/quiz-feedback.md). */
export class QuizFeedback extends LocalServed {
  readonly $name = 'QuizFeedback';
  constructor(readonly $data: FeedbackData) {
    super();
  }
  getText(): string {
    return this.$data.text;
  }
  getLinkUrls(): string[] {
    return this.$data.links.map((link) => link.url);
  }
}

documented<QuizFeedback, GoogleAppsScript.Forms.QuizFeedback>(true);

export class QuizFeedbackBuilder extends LocalServed {
  readonly $name = 'QuizFeedbackBuilder';
  constructor(readonly $data: FeedbackData = { text: '', links: [] }) {
    super();
  }
  setText(text: string): this {
    if (typeof text !== 'string') throw mismatch('FormApp.QuizFeedbackBuilder.setText', [text]);
    this.$data.text = text;
    return this;
  }
  addLink(url: string, displayText?: string): this {
    if (typeof url !== 'string' || (displayText !== undefined && typeof displayText !== 'string')) {
      throw mismatch('FormApp.QuizFeedbackBuilder.addLink', displayText === undefined ? [url] : [url, displayText]);
    }
    this.$data.links.push({ url, text: displayText ?? null });
    return this;
  }
  copy(): QuizFeedbackBuilder {
    return new QuizFeedbackBuilder(structuredClone(this.$data));
  }
  build(): QuizFeedback {
    return new QuizFeedback(structuredClone(this.$data));
  }
}

documented<QuizFeedbackBuilder, GoogleAppsScript.Forms.QuizFeedbackBuilder>(true);
