import { ScriptError } from '../errors.ts';
import { documented } from '../served.ts';
import { clickable } from './actions.ts';
import { Button } from './buttons.ts';
import { ICONS } from './enums.ts';
import { IconImage } from './images.ts';
import { Switch } from './inputs.ts';
import type { Json } from './part.ts';
import { type NewerWidget, Widget } from './widget.ts';

/** docs/apps-script/reference/card-service/text-paragraph.md */
export class TextParagraph extends Widget {
  readonly $name = 'TextParagraph';
  readonly $kind = 'textParagraph';
  protected override readonly $required = ['text'];

  setText(text: string): this {
    return this.$put('text', this.$text(text, 'setText'));
  }
  setMaxLines(maxLines: number): this {
    return this.$put('maxLines', this.$number(maxLines, 'setMaxLines'));
  }
}

export class Divider extends Widget {
  readonly $name = 'Divider';
  readonly $kind = 'divider';
}

/** What `DecoratedText` and the older `KeyValue` share: both are a `decoratedText` in the card. */
abstract class Decorated extends clickable(Widget) {
  readonly $kind = 'decoratedText';
  protected override readonly $required = ['text'];

  setTopLabel(text: string): this {
    return this.$put('topLabel', this.$text(text, 'setTopLabel'));
  }
  setBottomLabel(text: string): this {
    return this.$put('bottomLabel', this.$text(text, 'setBottomLabel'));
  }
  setIcon(icon: unknown): this {
    return this.#icon({ knownIcon: this.$choice(icon, ICONS, 'setIcon') });
  }
  setIconUrl(url: string): this {
    return this.#icon({ iconUrl: this.$imageUrl(url, 'setIconUrl') });
  }
  setIconAltText(altText: string): this {
    return this.#icon({ altText: this.$text(altText, 'setIconAltText') });
  }
  /** One of a button, a switch and an end icon. */
  setButton(button: Button): this {
    return this.$control('button', this.$part(button, Button, 'setButton'));
  }

  $control(kind: 'button' | 'switchControl' | 'endIcon', control: unknown): this {
    const other = ['button', 'switchControl', 'endIcon'].find((each) => each !== kind && this.$fields[each] !== undefined);
    if (other) throw new ScriptError(`A ${this.$name} can have only one of a button, a switch and an end icon.`);
    return this.$put(kind, control);
  }

  #icon(change: Json): this {
    return this.$put('startIcon', { ...(this.$fields['startIcon'] as Json | undefined), ...change });
  }
}

/** docs/apps-script/reference/card-service/decorated-text.md */
export class DecoratedText extends Decorated {
  readonly $name = 'DecoratedText';

  setText(text: string): this {
    return this.$put('text', this.$text(text, 'setText'));
  }
  setWrapText(wrapText: boolean): this {
    return this.$put('wrapText', this.$flag(wrapText, 'setWrapText'));
  }
  setStartIcon(startIcon: IconImage): this {
    return this.$put('startIcon', this.$part(startIcon, IconImage, 'setStartIcon'));
  }
  setEndIcon(endIcon: IconImage): this {
    return this.$control('endIcon', this.$part(endIcon, IconImage, 'setEndIcon'));
  }
  setSwitchControl(switchToSet: Switch): this {
    return this.$control('switchControl', this.$part(switchToSet, Switch, 'setSwitchControl'));
  }
}

/** Deprecated, but still there (docs/apps-script/reference/card-service/key-value.md). */
export class KeyValue extends Decorated {
  readonly $name = 'KeyValue';

  setContent(text: string): this {
    return this.$put('text', this.$text(text, 'setContent'));
  }
  setMultiline(multiline: boolean): this {
    return this.$put('wrapText', this.$flag(multiline, 'setMultiline'));
  }
  setSwitch(switchToSet: Switch): this {
    return this.$control('switchControl', this.$part(switchToSet, Switch, 'setSwitch'));
  }
}

documented<TextParagraph, GoogleAppsScript.Card_Service.TextParagraph & NewerWidget & { setMaxLines: unknown }>(true);
documented<Divider, GoogleAppsScript.Card_Service.Divider & NewerWidget>(true);
documented<DecoratedText, GoogleAppsScript.Card_Service.DecoratedText & NewerWidget>(true);
documented<KeyValue, GoogleAppsScript.Card_Service.KeyValue & NewerWidget>(true);
