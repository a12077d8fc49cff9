import { ScriptError } from '../errors.ts';
import { documented, LocalServed } from '../served.ts';
import { CardAction } from './actions.ts';
import { CollapseControl, FixedFooter } from './buttons.ts';
import { DISPLAY_STYLES, IMAGE_STYLES } from './enums.ts';
import { CardPart, type Json } from './part.ts';
import { SectionPart } from './widget.ts';

/** docs/workspace/add-ons/guides/workspace-restrictions.md, "Have more than 100 widgets" */
const MOST = 100;

export class CardHeader extends CardPart {
  readonly $name = 'CardHeader';
  protected override readonly $required = ['title'];

  setTitle(title: string): this {
    return this.$put('title', this.$text(title, 'setTitle'));
  }
  setSubtitle(subtitle: string): this {
    return this.$put('subtitle', this.$text(subtitle, 'setSubtitle'));
  }
  setImageUrl(imageUrl: string): this {
    return this.$put('imageUrl', this.$imageUrl(imageUrl, 'setImageUrl'));
  }
  setImageAltText(imageAltText: string): this {
    return this.$put('imageAltText', this.$text(imageAltText, 'setImageAltText'));
  }
  setImageStyle(imageStyle: unknown): this {
    return this.$put('imageType', this.$choice(imageStyle, IMAGE_STYLES, 'setImageStyle'));
  }
}

export class CardSection extends CardPart {
  readonly $name = 'CardSection';

  addWidget(widget: SectionPart): this {
    return this.$add('widgets', this.$part(widget, SectionPart, 'addWidget'), MOST);
  }
  setHeader(header: string): this {
    return this.$put('header', this.$text(header, 'setHeader'));
  }
  setCollapsible(collapsible: boolean): this {
    return this.$put('collapsible', this.$flag(collapsible, 'setCollapsible'));
  }
  setNumUncollapsibleWidgets(numUncollapsibleWidgets: number): this {
    return this.$put('uncollapsibleWidgetsCount', this.$number(numUncollapsibleWidgets, 'setNumUncollapsibleWidgets'));
  }
  setCollapseControl(collapseControl: CollapseControl): this {
    return this.$put('collapseControl', this.$part(collapseControl, CollapseControl, 'setCollapseControl'));
  }

  override $json(): Json {
    const widgets = ((this.$fields['widgets'] ?? []) as SectionPart[]).map((each) => each.$widget());
    return { ...super.$json(), widgets };
  }
}

/** A finished card: what was built, no longer to be changed (docs/apps-script/reference/card-service/card.md). */
export class Card extends LocalServed {
  readonly $name = 'Card';
  readonly $card: Json;

  constructor(card: Json) {
    super();
    this.$card = card;
  }

  $json(): Json {
    return structuredClone(this.$card);
  }

  printJson(): string {
    return JSON.stringify(this.$card);
  }
}

/** docs/apps-script/reference/card-service/card-builder.md */
export class CardBuilder extends CardPart {
  readonly $name = 'CardBuilder';

  setHeader(cardHeader: CardHeader): this {
    return this.$put('header', this.$part(cardHeader, CardHeader, 'setHeader'));
  }
  addSection(section: CardSection): this {
    return this.$add('sections', this.$part(section, CardSection, 'addSection'), MOST);
  }
  addCardAction(cardAction: CardAction): this {
    return this.$add('cardActions', this.$part(cardAction, CardAction, 'addCardAction'));
  }
  setName(name: string): this {
    return this.$put('name', this.$text(name, 'setName'));
  }
  setFixedFooter(fixedFooter: FixedFooter): this {
    return this.$put('fixedFooter', this.$part(fixedFooter, FixedFooter, 'setFixedFooter'));
  }
  setDisplayStyle(displayStyle: unknown): this {
    return this.$put('displayStyle', this.$choice(displayStyle, DISPLAY_STYLES, 'setDisplayStyle'));
  }
  setPeekCardHeader(peekCardHeader: CardHeader): this {
    return this.$put('peekCardHeader', this.$part(peekCardHeader, CardHeader, 'setPeekCardHeader'));
  }

  /** @throws when a part lacks what it needs, or two inputs have the same field name */
  build(): Card {
    const card = this.$json();
    const sections = (card['sections'] ?? []) as { widgets: Json[] }[];
    const names = sections.flatMap((section) => section.widgets.flatMap(fieldNames));
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new ScriptError(`Card is not valid: the field name ${twice} is not unique.`);
    return new Card({ ...card, ...(card['sections'] ? { sections: shown(sections) } : {}) });
  }
}

/** google.apps.card.v1.md, Card: the section that brings the widgets over 100, and all after it, are ignored. */
function shown(sections: { widgets: Json[] }[]): { widgets: Json[] }[] {
  let widgets = 0;
  const end = sections.findIndex((section) => {
    widgets += section.widgets.length;
    return widgets > MOST;
  });
  return end < 0 ? sections : sections.slice(0, end);
}

function fieldNames(widget: Json): string[] {
  const columns = (widget['columns'] as { columnItems: { widgets: Json[] }[] } | undefined)?.columnItems ?? [];
  const own = ['textInput', 'selectionInput', 'dateTimePicker'].flatMap((kind) => (widget[kind] as { name?: string } | undefined)?.name ?? []);
  return [...own, ...columns.flatMap((column) => column.widgets.flatMap(fieldNames))];
}

documented<CardHeader, GoogleAppsScript.Card_Service.CardHeader>(true);
documented<CardSection, GoogleAppsScript.Card_Service.CardSection & { setCollapseControl: unknown }>(true);
documented<Card, GoogleAppsScript.Card_Service.Card>(true);
documented<CardBuilder, GoogleAppsScript.Card_Service.CardBuilder>(true);
