import { documented } from '../served.ts';
import { clickable } from './actions.ts';
import { CHIP_LIST_LAYOUTS, HORIZONTAL_ALIGNMENTS, ICONS, IMAGE_BUTTON_STYLES, TEXT_BUTTON_STYLES } from './enums.ts';
import { IconImage, MaterialIcon } from './images.ts';
import { CardPart, colorJson, type Json } from './part.ts';
import { type NewerWidget, SectionPart, Widget } from './widget.ts';

/** Text and image buttons: they stand in a button set, in a widget or in a section by themselves (docs/apps-script/reference/card-service/button.md). */
export abstract class Button extends clickable(SectionPart) {
  readonly $kind = 'buttonList';

  setOverflowMenu(menu: OverflowMenu): this {
    return this.$click({ overflowMenu: this.$part(menu, OverflowMenu, 'setOverflowMenu') });
  }

  /** By itself in a section, it is a list of one. */
  override $widget(): Json {
    return { buttonList: { buttons: [this.$json()] } };
  }
}

/** docs/apps-script/reference/card-service/text-button.md */
export class TextButton extends Button {
  readonly $name = 'TextButton';
  protected override readonly $required = ['text', 'onClick'];

  setText(text: string): this {
    return this.$put('text', this.$text(text, 'setText'));
  }
  setAltText(altText: string): this {
    return this.$put('altText', this.$text(altText, 'setAltText'));
  }
  /** Shown with the FILLED style only. */
  setBackgroundColor(backgroundColor: string): this {
    return this.$put('color', colorJson(this.$text(backgroundColor, 'setBackgroundColor')));
  }
  setDisabled(disabled: boolean): this {
    return this.$put('disabled', this.$flag(disabled, 'setDisabled'));
  }
  setTextButtonStyle(textButtonStyle: unknown): this {
    return this.$put('type', this.$choice(textButtonStyle, TEXT_BUTTON_STYLES, 'setTextButtonStyle'));
  }
  setIcon(icon: unknown): this {
    return this.$put('icon', { knownIcon: this.$choice(icon, ICONS, 'setIcon') });
  }
  setIconUrl(url: string): this {
    return this.$put('icon', { iconUrl: this.$imageUrl(url, 'setIconUrl') });
  }
  setMaterialIcon(icon: MaterialIcon): this {
    return this.$put('icon', { materialIcon: this.$part(icon, MaterialIcon, 'setMaterialIcon') });
  }
}

/** docs/apps-script/reference/card-service/image-button.md */
export class ImageButton extends Button {
  readonly $name = 'ImageButton';
  protected override readonly $required = ['icon', 'onClick'];

  setIcon(icon: unknown): this {
    return this.$put('icon', { knownIcon: this.$choice(icon, ICONS, 'setIcon') });
  }
  setIconUrl(url: string): this {
    return this.$put('icon', { iconUrl: this.$imageUrl(url, 'setIconUrl') });
  }
  setMaterialIcon(icon: MaterialIcon): this {
    return this.$put('icon', { materialIcon: this.$part(icon, MaterialIcon, 'setMaterialIcon') });
  }
  setAltText(altText: string): this {
    return this.$put('altText', this.$text(altText, 'setAltText'));
  }
  setImageButtonStyle(imageButtonStyle: unknown): this {
    return this.$put('type', this.$choice(imageButtonStyle, IMAGE_BUTTON_STYLES, 'setImageButtonStyle'));
  }
}

export class ButtonSet extends Widget {
  readonly $name = 'ButtonSet';
  readonly $kind = 'buttonList';
  protected override readonly $required = ['buttons'];

  addButton(button: Button): this {
    return this.$add('buttons', this.$part(button, Button, 'addButton'));
  }
}

export class OverflowMenuItem extends clickable(CardPart) {
  readonly $name = 'OverflowMenuItem';
  protected override readonly $required = ['text', 'onClick'];

  setText(text: string): this {
    return this.$put('text', this.$text(text, 'setText'));
  }
  setStartIcon(icon: IconImage): this {
    return this.$put('startIcon', this.$part(icon, IconImage, 'setStartIcon'));
  }
  setDisabled(disabled: boolean): this {
    return this.$put('disabled', this.$flag(disabled, 'setDisabled'));
  }
}

export class OverflowMenu extends CardPart {
  readonly $name = 'OverflowMenu';
  protected override readonly $required = ['items'];

  addMenuItem(menuItem: OverflowMenuItem): this {
    return this.$add('items', this.$part(menuItem, OverflowMenuItem, 'addMenuItem'));
  }
}

export class Chip extends clickable(CardPart) {
  readonly $name = 'Chip';
  protected override readonly $required = ['label'];

  setLabel(label: string): this {
    return this.$put('label', this.$text(label, 'setLabel'));
  }
  setIcon(icon: IconImage): this {
    return this.$put('icon', this.$part(icon, IconImage, 'setIcon'));
  }
  setAltText(altText: string): this {
    return this.$put('altText', this.$text(altText, 'setAltText'));
  }
  setDisabled(disabled: boolean): this {
    return this.$put('disabled', this.$flag(disabled, 'setDisabled'));
  }
}

export class ChipList extends Widget {
  readonly $name = 'ChipList';
  readonly $kind = 'chipList';
  protected override readonly $required = ['chips'];

  addChip(chip: Chip): this {
    return this.$add('chips', this.$part(chip, Chip, 'addChip'));
  }
  setLayout(layout: unknown): this {
    return this.$put('layout', this.$choice(layout, CHIP_LIST_LAYOUTS, 'setLayout'));
  }
}

export class CollapseControl extends CardPart {
  readonly $name = 'CollapseControl';
  protected override readonly $required = ['collapseButton', 'expandButton'];

  setCollapseButton(button: Button): this {
    return this.$put('collapseButton', this.$part(button, Button, 'setCollapseButton'));
  }
  setExpandButton(button: Button): this {
    return this.$put('expandButton', this.$part(button, Button, 'setExpandButton'));
  }
  setHorizontalAlign(horizontalAlignment: unknown): this {
    return this.$put('horizontalAlignment', this.$choice(horizontalAlignment, HORIZONTAL_ALIGNMENTS, 'setHorizontalAlign'));
  }
}

/** Always at the bottom of the card (docs/apps-script/reference/card-service/fixed-footer.md). */
export class FixedFooter extends CardPart {
  readonly $name = 'FixedFooter';
  protected override readonly $required = ['primaryButton'];

  setPrimaryButton(button: TextButton): this {
    return this.$put('primaryButton', this.$part(button, TextButton, 'setPrimaryButton'));
  }
  setSecondaryButton(button: TextButton): this {
    return this.$put('secondaryButton', this.$part(button, TextButton, 'setSecondaryButton'));
  }
}

// The type package is behind the documentation (text-button.md, image-button.md, chip.md, overflow-menu.md, collapse-control.md).
interface NewerButton {
  setOverflowMenu: unknown;
  setIcon: unknown;
  setIconUrl: unknown;
  setMaterialIcon: unknown;
}
documented<TextButton, GoogleAppsScript.Card_Service.TextButton & NewerButton>(true);
documented<ImageButton, GoogleAppsScript.Card_Service.ImageButton & NewerButton & { setImageButtonStyle: unknown }>(true);
documented<ButtonSet, GoogleAppsScript.Card_Service.ButtonSet & NewerWidget>(true);
documented<FixedFooter, GoogleAppsScript.Card_Service.FixedFooter>(true);
