import { NotModelled } from '../../workspace/errors.ts';
import { ScriptError } from '../errors.ts';
import { documented, LocalServed, Served } from '../served.ts';
import { OpenLink } from './actions.ts';
import { Card } from './card.ts';
import { Suggestions } from './inputs.ts';
import { CardPart, type Json } from './part.ts';

export class Notification extends CardPart {
  readonly $name = 'Notification';
  protected override readonly $required = ['text'];

  setText(text: string): this {
    return this.$put('text', this.$text(text, 'setText'));
  }
}

/** Steps through the stack of cards, in order (docs/apps-script/reference/card-service/navigation.md). */
export class Navigation extends CardPart {
  readonly $name = 'Navigation';

  pushCard(card: Card): this {
    return this.$add('steps', { pushCard: this.$part(card, Card, 'pushCard').$json() });
  }
  updateCard(card: Card): this {
    return this.$add('steps', { updateCard: this.$part(card, Card, 'updateCard').$json() });
  }
  popCard(): this {
    return this.$add('steps', { pop: true });
  }
  popToRoot(): this {
    return this.$add('steps', { popToRoot: true });
  }
  popToNamedCard(cardName: string): this {
    return this.$add('steps', { popToCard: this.$text(cardName, 'popToNamedCard') });
  }
  printJson(): string {
    return JSON.stringify(this.$steps());
  }
  $steps(): Json[] {
    return (this.$json()['steps'] ?? []) as Json[];
  }
}

/** What a callback gives back, as the JSON that Google documents for it. */
abstract class Response extends LocalServed {
  readonly $response: Json;

  constructor(response: Json) {
    super();
    this.$response = response;
  }
  $json(): Json {
    return structuredClone(this.$response);
  }
  printJson(): string {
    return JSON.stringify(this.$response);
  }
}

/** A `SubmitFormResponse` (docs/apps-script/reference/card-service/action-response.md). */
export class ActionResponse extends Response {
  readonly $name = 'ActionResponse';
}

export class ActionResponseBuilder extends CardPart {
  readonly $name = 'ActionResponseBuilder';

  setNavigation(navigation: Navigation): this {
    return this.$put('navigations', this.$part(navigation, Navigation, 'setNavigation').$steps());
  }
  setNotification(notification: Notification): this {
    return this.$put('notification', this.$part(notification, Notification, 'setNotification'));
  }
  setOpenLink(openLink: OpenLink): this {
    return this.$put('link', this.$part(openLink, OpenLink, 'setOpenLink'));
  }
  setStateChanged(stateChanged: boolean): this {
    return this.$put('stateChanged', this.$flag(stateChanged, 'setStateChanged'));
  }
  build(): ActionResponse {
    const { stateChanged, ...action } = this.$json();
    return new ActionResponse({ renderActions: { action }, ...(stateChanged === undefined ? {} : { stateChanged }) });
  }
}

export class UniversalActionResponse extends Response {
  readonly $name = 'UniversalActionResponse';
}

/** Cards or a link, not both. */
export class UniversalActionResponseBuilder extends CardPart {
  readonly $name = 'UniversalActionResponseBuilder';

  displayAddOnCards(cardObjects: Card[]): this {
    const cards = cardObjects.map((card) => ({ pushCard: this.$part(card, Card, 'displayAddOnCards').$json() }));
    return this.$put('navigations', cards);
  }
  setOpenLink(openLink: OpenLink): this {
    return this.$put('link', this.$part(openLink, OpenLink, 'setOpenLink'));
  }
  build(): UniversalActionResponse {
    const action = this.$json();
    if ('navigations' in action === 'link' in action) throw new ScriptError('UniversalActionResponse is not valid: set either cards or a link.');
    return new UniversalActionResponse({ renderActions: { action } });
  }
}

export class SuggestionsResponse extends Response {
  readonly $name = 'SuggestionsResponse';
}

export class SuggestionsResponseBuilder extends CardPart {
  readonly $name = 'SuggestionsResponseBuilder';
  protected override readonly $required = ['autoComplete'];

  setSuggestions(suggestions: Suggestions): this {
    return this.$put('autoComplete', this.$part(suggestions, Suggestions, 'setSuggestions'));
  }
  build(): SuggestionsResponse {
    return new SuggestionsResponse(this.$json());
  }
}

/** Opens a draft in Gmail's compose window; the person still presses Send. */
export class ComposeActionResponse extends Response {
  readonly $name = 'ComposeActionResponse';
}

interface Draft {
  getId(): string;
}

export class ComposeActionResponseBuilder extends CardPart {
  readonly $name = 'ComposeActionResponseBuilder';
  protected override readonly $required = ['draftId'];

  setGmailDraft(draft: Draft): this {
    const served = this.$part(draft, Served, 'setGmailDraft');
    if (served.$name !== 'GmailDraft') this.$part(undefined, Served, 'setGmailDraft');
    return this.$put('draftId', draft.getId());
  }
  build(): ComposeActionResponse {
    return new ComposeActionResponse({ renderActions: { hostAppAction: { gmailAction: { openCreatedDraftActionMarkup: this.$json() } } } });
  }
}

export class Attachment extends CardPart {
  readonly $name = 'Attachment';

  setTitle(title: string): this {
    return this.$put('title', this.$text(title, 'setTitle'));
  }
  setResourceUrl(resourceUrl: string): this {
    return this.$put('resourceUrl', this.$text(resourceUrl, 'setResourceUrl'));
  }
  setMimeType(mimeType: string): this {
    return this.$put('mimeType', this.$text(mimeType, 'setMimeType'));
  }
  setIconUrl(iconUrl: string): this {
    return this.$put('iconUrl', this.$imageUrl(iconUrl, 'setIconUrl'));
  }
}

/** Changes the event that is open (docs/apps-script/reference/card-service/calendar-event-action-response.md). */
export class CalendarEventActionResponse extends Response {
  readonly $name = 'CalendarEventActionResponse';
}

export class CalendarEventActionResponseBuilder extends CardPart {
  readonly $name = 'CalendarEventActionResponseBuilder';

  addAttendees(emails: string[]): this {
    return this.$put('editAttendeesActionMarkup', { addAttendeeEmails: emails.map((email) => this.$text(email, 'addAttendees')) });
  }
  addAttachments(attachments: Attachment[]): this {
    return this.$put('addAttachmentsActionMarkup', { addonAttachments: attachments.map((each) => this.$part(each, Attachment, 'addAttachments')) });
  }
  setConferenceData(): this {
    throw new NotModelled('CalendarEventActionResponseBuilder.setConferenceData');
  }
  build(): CalendarEventActionResponse {
    const calendarAction = this.$json();
    if (Object.keys(calendarAction).length === 0) throw new ScriptError('CalendarEventActionResponse is not valid: it changes nothing.');
    return new CalendarEventActionResponse({ renderActions: { hostAppAction: { calendarAction } } });
  }
}

export class DriveItemsSelectedActionResponse extends Response {
  readonly $name = 'DriveItemsSelectedActionResponse';
}

export class DriveItemsSelectedActionResponseBuilder extends CardPart {
  readonly $name = 'DriveItemsSelectedActionResponseBuilder';
  protected override readonly $required = ['itemId'];

  requestFileScope(itemId: string): this {
    return this.$put('itemId', this.$text(itemId, 'requestFileScope'));
  }
  build(): DriveItemsSelectedActionResponse {
    return new DriveItemsSelectedActionResponse({ renderActions: { hostAppAction: { driveAction: { requestFileScope: this.$json() } } } });
  }
}

export class EditorFileScopeActionResponse extends Response {
  readonly $name = 'EditorFileScopeActionResponse';
}

export class EditorFileScopeActionResponseBuilder extends CardPart {
  readonly $name = 'EditorFileScopeActionResponseBuilder';
  protected override readonly $required = ['requestFileScopeForActiveDocument'];

  requestFileScopeForActiveDocument(): this {
    return this.$put('requestFileScopeForActiveDocument', {});
  }
  build(): EditorFileScopeActionResponse {
    return new EditorFileScopeActionResponse({ renderActions: { hostAppAction: { editorAction: this.$json() } } });
  }
}

/** docs/apps-script/reference/card-service/link-preview.md */
export class LinkPreview extends CardPart {
  readonly $name = 'LinkPreview';

  setPreviewCard(previewCard: Card): this {
    return this.$put('previewCard', this.$part(previewCard, Card, 'setPreviewCard').$json());
  }
  setTitle(title: string): this {
    return this.$put('title', this.$text(title, 'setTitle'));
  }
  setLinkPreviewTitle(title: string): this {
    return this.$put('linkPreviewTitle', this.$text(title, 'setLinkPreviewTitle'));
  }
  printJson(): string {
    return JSON.stringify(this.$json());
  }
}

documented<ActionResponseBuilder, GoogleAppsScript.Card_Service.ActionResponseBuilder>(true);
documented<Navigation, GoogleAppsScript.Card_Service.Navigation>(true);
documented<Notification, GoogleAppsScript.Card_Service.Notification>(true);
documented<UniversalActionResponseBuilder, GoogleAppsScript.Card_Service.UniversalActionResponseBuilder>(true);
documented<SuggestionsResponseBuilder, GoogleAppsScript.Card_Service.SuggestionsResponseBuilder>(true);
documented<ComposeActionResponseBuilder, GoogleAppsScript.Card_Service.ComposeActionResponseBuilder>(true);
documented<Attachment, GoogleAppsScript.Card_Service.Attachment>(true);
documented<CalendarEventActionResponseBuilder, GoogleAppsScript.Card_Service.CalendarEventActionResponseBuilder>(true);
documented<DriveItemsSelectedActionResponseBuilder, GoogleAppsScript.Card_Service.DriveItemsSelectedActionResponseBuilder>(true);
documented<EditorFileScopeActionResponseBuilder, GoogleAppsScript.Card_Service.EditorFileScopeActionResponseBuilder>(true);
documented<LinkPreview, GoogleAppsScript.Card_Service.LinkPreview>(true);
