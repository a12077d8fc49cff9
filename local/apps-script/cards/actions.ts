import { NotModelled } from '../../workspace/errors.ts';
import { ScriptError } from '../errors.ts';
import { documented } from '../served.ts';
import { COMPOSED_EMAIL_TYPES, INTERACTIONS, LOAD_INDICATORS, ON_CLOSES, OPEN_AS } from './enums.ts';
import { CardPart } from './part.ts';

/** A function of the script to call (docs/apps-script/reference/card-service/action.md). */
export class Action extends CardPart {
  readonly $name = 'Action';
  protected override readonly $required = ['function'];

  setFunctionName(functionName: string): this {
    return this.$put('function', this.$text(functionName, 'setFunctionName'));
  }

  setMethodName(functionName: string): this {
    return this.setFunctionName(functionName);
  }

  /** "Both keys and values must be strings." */
  setParameters(parameters: Record<string, string>): this {
    const entries = Object.entries(parameters ?? {});
    const stray = entries.find(([, value]) => typeof value !== 'string');
    if (stray) throw new ScriptError(`Action parameters must be strings: ${stray[0]} is not.`);
    return this.$put(
      'parameters',
      entries.map(([key, value]) => ({ key, value })),
    );
  }

  setLoadIndicator(loadIndicator: unknown): this {
    return this.$put('loadIndicator', this.$choice(loadIndicator, LOAD_INDICATORS, 'setLoadIndicator'));
  }

  setPersistValues(persistValues: boolean): this {
    return this.$put('persistValues', this.$flag(persistValues, 'setPersistValues'));
  }

  setInteraction(interaction: unknown): this {
    return this.$put('interaction', this.$choice(interaction, INTERACTIONS, 'setInteraction'));
  }

  addRequiredWidget(requiredWidget: string): this {
    return this.$add('requiredWidgets', this.$text(requiredWidget, 'addRequiredWidget'));
  }

  setAllWidgetsAreRequired(allWidgetsAreRequired: boolean): this {
    return this.$put('allWidgetsAreRequired', this.$flag(allWidgetsAreRequired, 'setAllWidgetsAreRequired'));
  }
}

/** An address fixed when the card is built (docs/apps-script/reference/card-service/open-link.md). */
export class OpenLink extends CardPart {
  readonly $name = 'OpenLink';
  protected override readonly $required = ['url'];

  setUrl(url: string): this {
    return this.$put('url', this.$text(url, 'setUrl'));
  }

  setOpenAs(openAs: unknown): this {
    return this.$put('openAs', this.$choice(openAs, OPEN_AS, 'setOpenAs'));
  }

  setOnClose(onClose: unknown): this {
    const chosen = this.$choice(onClose, ON_CLOSES, 'setOnClose');
    // The older name of the same thing (docs/apps-script/reference/card-service/on-close.md).
    return this.$put('onClose', chosen === 'RELOAD_ADD_ON' ? 'RELOAD' : chosen);
  }
}

export class AuthorizationAction extends CardPart {
  readonly $name = 'AuthorizationAction';
  protected override readonly $required = ['url'];

  setAuthorizationUrl(authorizationUrl: string): this {
    return this.$put('url', this.$text(authorizationUrl, 'setAuthorizationUrl'));
  }
}

/** TypeScript wants a mixin's base to take exactly `any[]`, whatever it takes. */
type PartClass = abstract new (...args: ReturnType<typeof JSON.parse>[]) => CardPart;

/** Gives a part the five ways to react to a click, of which it may have one (docs/apps-script/reference/card-service/button.md). */
export function clickable<Base extends PartClass>(base: Base) {
  abstract class Clickable extends base {
    setOnClickAction(action: Action): this {
      return this.$click({ action: this.$part(action, Action, 'setOnClickAction') });
    }

    setOpenLink(openLink: OpenLink): this {
      return this.$click({ openLink: this.$part(openLink, OpenLink, 'setOpenLink') });
    }

    setOnClickOpenLinkAction(action: Action): this {
      return this.$click({ openDynamicLinkAction: this.$part(action, Action, 'setOnClickOpenLinkAction') });
    }

    /** Opens the address in a new window and loads the add-on again afterwards. */
    setAuthorizationAction(action: AuthorizationAction): this {
      const link = this.$part(action, AuthorizationAction, 'setAuthorizationAction').$json();
      return this.$click({ openLink: { ...link, openAs: 'FULL_SIZE', onClose: 'RELOAD' } });
    }

    setComposeAction(action: Action, composedEmailType: unknown): this {
      const type = this.$choice(composedEmailType, COMPOSED_EMAIL_TYPES, 'setComposeAction');
      return this.$click({ composeAction: { action: this.$part(action, Action, 'setComposeAction'), composedEmailType: type } });
    }

    $click(onClick: Record<string, unknown>): this {
      if (this.$fields['onClick']) throw new ScriptError(`A ${this.$name} can have only one action set.`);
      return this.$put('onClick', onClick);
    }
  }
  return Clickable;
}

/** A menu item of the card's header (docs/apps-script/reference/card-service/card-action.md). */
export class CardAction extends clickable(CardPart) {
  readonly $name = 'CardAction';
  protected override readonly $required = ['actionLabel', 'onClick'];

  setText(text: string): this {
    return this.$put('actionLabel', this.$text(text, 'setText'));
  }
}

/** Asks for a sign-in elsewhere (docs/apps-script/reference/card-service/authorization-exception.md). */
export class AuthorizationException extends CardPart {
  readonly $name = 'AuthorizationException';
  protected override readonly $required = ['authorizationUrl', 'resource'];

  setAuthorizationUrl(authUrl: string): this {
    return this.$put('authorizationUrl', this.$text(authUrl, 'setAuthorizationUrl'));
  }

  setResourceDisplayName(name: string): this {
    return this.$put('resource', this.$text(name, 'setResourceDisplayName'));
  }

  setCustomUiCallback(callback: string): this {
    throw new NotModelled(`AuthorizationException.setCustomUiCallback("${callback}")`);
  }

  printJson(): string {
    return JSON.stringify({ basicAuthorizationPrompt: this.$json() });
  }

  throwException(): void {
    throw new ScriptError('Authorization is required to perform that action.', 'AuthorizationException', { basicAuthorizationPrompt: this.$json() });
  }
}

documented<Action, GoogleAppsScript.Card_Service.Action & { setMethodName: unknown }>(true);
documented<OpenLink, GoogleAppsScript.Card_Service.OpenLink>(true);
documented<AuthorizationAction, GoogleAppsScript.Card_Service.AuthorizationAction>(true);
documented<CardAction, GoogleAppsScript.Card_Service.CardAction>(true);
documented<AuthorizationException, GoogleAppsScript.Card_Service.AuthorizationException>(true);
