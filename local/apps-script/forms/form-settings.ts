import { ScriptError } from '../errors.ts';
import { FormPart } from './context.ts';

/** What a form says of itself and how it takes responses (docs/apps-script/reference/forms/form.md). */
export abstract class FormSettings extends FormPart {
  getId(): string {
    return this.$form.form.id;
  }
  getEditUrl(): string {
    return this.$form.forms.editUrl(this.$form.form);
  }
  getPublishedUrl(): string {
    return this.$form.forms.publishedUrl(this.$form.form);
  }
  getSummaryUrl(): string {
    return `https://docs.google.com/forms/d/${this.$form.form.id}/viewanalytics`;
  }

  getTitle(): string {
    return this.$form.form.title;
  }
  setTitle(title: string): this {
    this.$form.form.title = this.$text(title, 'setTitle');
    return this;
  }
  getDescription(): string {
    return this.$form.form.description;
  }
  setDescription(description: string): this {
    this.$form.form.description = this.$text(description, 'setDescription');
    return this;
  }
  getConfirmationMessage(): string {
    return this.$form.form.confirmationMessage;
  }
  setConfirmationMessage(message: string): this {
    this.$form.form.confirmationMessage = this.$text(message, 'setConfirmationMessage');
    return this;
  }
  getCustomClosedFormMessage(): string {
    return this.$form.form.customClosedFormMessage;
  }
  setCustomClosedFormMessage(message: string): this {
    this.$form.form.customClosedFormMessage = this.$text(message, 'setCustomClosedFormMessage');
    return this;
  }

  supportsAdvancedResponderPermissions(): boolean {
    // Only forms from before 2025 do not; none is modelled.
    return true;
  }
  isPublished(): boolean {
    return this.$form.form.published;
  }
  setPublished(enabled: boolean): this {
    this.$form.forms.setPublished(this.$form.form, this.$boolean(enabled, 'setPublished'));
    return this;
  }
  isAcceptingResponses(): boolean {
    return this.$form.form.acceptingResponses;
  }
  /** @throws ScriptError when enabled on an unpublished form, as documented */
  setAcceptingResponses(enabled: boolean): this {
    const accepting = this.$boolean(enabled, 'setAcceptingResponses');
    if (accepting && !this.$form.form.published) throw new ScriptError('The form must be published before it can accept responses.');
    this.$form.form.acceptingResponses = accepting;
    return this;
  }

  collectsEmail(): boolean {
    return this.$form.form.emailCollection !== 'DO_NOT_COLLECT';
  }
  /** On means verified addresses: a Workspace form's default. A form set to typed addresses elsewhere stays so. */
  setCollectEmail(collect: boolean): this {
    const { form } = this.$form;
    if (!this.$boolean(collect, 'setCollectEmail')) form.emailCollection = 'DO_NOT_COLLECT';
    else if (form.emailCollection === 'DO_NOT_COLLECT') form.emailCollection = 'VERIFIED';
    this.$form.forms.itemsChanged(form);
    return this;
  }
  canEditResponse(): boolean {
    return this.$form.form.allowResponseEdits;
  }
  setAllowResponseEdits(enabled: boolean): this {
    this.$form.form.allowResponseEdits = this.$boolean(enabled, 'setAllowResponseEdits');
    return this;
  }
  hasLimitOneResponsePerUser(): boolean {
    return this.$form.form.limitOneResponsePerUser;
  }
  setLimitOneResponsePerUser(enabled: boolean): this {
    this.$form.form.limitOneResponsePerUser = this.$boolean(enabled, 'setLimitOneResponsePerUser');
    return this;
  }
  requiresLogin(): boolean {
    return this.$form.form.requireLogin;
  }
  setRequireLogin(requireLogin: boolean): this {
    this.$form.form.requireLogin = this.$boolean(requireLogin, 'setRequireLogin');
    return this;
  }

  hasProgressBar(): boolean {
    return this.$form.form.progressBar;
  }
  setProgressBar(enabled: boolean): this {
    this.$form.form.progressBar = this.$boolean(enabled, 'setProgressBar');
    return this;
  }
  hasRespondAgainLink(): boolean {
    return this.$form.form.showLinkToRespondAgain;
  }
  setShowLinkToRespondAgain(enabled: boolean): this {
    this.$form.form.showLinkToRespondAgain = this.$boolean(enabled, 'setShowLinkToRespondAgain');
    return this;
  }
  getShuffleQuestions(): boolean {
    return this.$form.form.shuffleQuestions;
  }
  setShuffleQuestions(shuffle: boolean): this {
    this.$form.form.shuffleQuestions = this.$boolean(shuffle, 'setShuffleQuestions');
    return this;
  }
  isPublishingSummary(): boolean {
    return this.$form.form.publishingSummary;
  }
  setPublishingSummary(enabled: boolean): this {
    this.$form.form.publishingSummary = this.$boolean(enabled, 'setPublishingSummary');
    return this;
  }
  isQuiz(): boolean {
    return this.$form.form.isQuiz;
  }
  /** Turned off, it takes every point, right answer and feedback with it. */
  setIsQuiz(enabled: boolean): this {
    const { form } = this.$form;
    form.isQuiz = this.$boolean(enabled, 'setIsQuiz');
    if (form.isQuiz) return this;
    for (const item of form.items) {
      delete item.points;
      delete item.feedback;
      for (const choice of item.choices ?? []) delete choice.isCorrect;
    }
    return this;
  }
}
