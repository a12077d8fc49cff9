import { documented } from '../served.ts';
import { clickable } from './actions.ts';
import { GRID_ITEM_LAYOUTS, HORIZONTAL_ALIGNMENTS, HORIZONTAL_SIZE_STYLES, VERTICAL_ALIGNMENTS, WRAP_STYLES } from './enums.ts';
import { BorderStyle, ImageComponent } from './images.ts';
import { CardPart, type Json } from './part.ts';
import { type NewerWidget, SectionPart, Widget } from './widget.ts';

export class GridItem extends CardPart {
  readonly $name = 'GridItem';

  setIdentifier(id: string): this {
    return this.$put('id', this.$text(id, 'setIdentifier'));
  }
  setTitle(title: string): this {
    return this.$put('title', this.$text(title, 'setTitle'));
  }
  setSubtitle(subtitle: string): this {
    return this.$put('subtitle', this.$text(subtitle, 'setSubtitle'));
  }
  setImage(image: ImageComponent): this {
    return this.$put('image', this.$part(image, ImageComponent, 'setImage'));
  }
  setLayout(layout: unknown): this {
    return this.$put('layout', this.$choice(layout, GRID_ITEM_LAYOUTS, 'setLayout'));
  }
  setTextAlignment(alignment: unknown): this {
    return this.$put('textAlignment', this.$choice(alignment, HORIZONTAL_ALIGNMENTS, 'setTextAlignment'));
  }
}

/** docs/apps-script/reference/card-service/grid.md */
export class Grid extends clickable(Widget) {
  readonly $name = 'Grid';
  readonly $kind = 'grid';
  protected override readonly $required = ['items'];

  addItem(gridItem: GridItem): this {
    return this.$add('items', this.$part(gridItem, GridItem, 'addItem'));
  }
  setTitle(title: string): this {
    return this.$put('title', this.$text(title, 'setTitle'));
  }
  setNumColumns(numColumns: number): this {
    return this.$put('columnCount', this.$number(numColumns, 'setNumColumns'));
  }
  setBorderStyle(borderStyle: BorderStyle): this {
    return this.$put('borderStyle', this.$part(borderStyle, BorderStyle, 'setBorderStyle'));
  }
}

/** What a column may hold (docs/apps-script/reference/card-service/column.md). */
const IN_A_COLUMN = ['textParagraph', 'image', 'decoratedText', 'buttonList', 'textInput', 'selectionInput', 'dateTimePicker', 'chipList'];

export class Column extends CardPart {
  readonly $name = 'Column';
  protected override readonly $required = ['widgets'];

  addWidget(widget: SectionPart): this {
    const part = this.$part(widget, SectionPart, 'addWidget');
    if (!IN_A_COLUMN.includes(part.$kind)) this.$part(undefined, SectionPart, 'addWidget');
    return this.$add('widgets', part);
  }
  setHorizontalAlignment(horizontalAlignment: unknown): this {
    return this.$put('horizontalAlignment', this.$choice(horizontalAlignment, HORIZONTAL_ALIGNMENTS, 'setHorizontalAlignment'));
  }
  setHorizontalSizeStyle(horizontalSizeStyle: unknown): this {
    return this.$put('horizontalSizeStyle', this.$choice(horizontalSizeStyle, HORIZONTAL_SIZE_STYLES, 'setHorizontalSizeStyle'));
  }
  setVerticalAlignment(verticalAlignment: unknown): this {
    return this.$put('verticalAlignment', this.$choice(verticalAlignment, VERTICAL_ALIGNMENTS, 'setVerticalAlignment'));
  }

  override $json(): Json {
    const widgets = ((this.$fields['widgets'] ?? []) as SectionPart[]).map((each) => each.$widget());
    return { ...super.$json(), widgets };
  }
}

/** Two at most (docs/apps-script/reference/card-service/columns.md). */
export class Columns extends Widget {
  readonly $name = 'Columns';
  readonly $kind = 'columns';
  protected override readonly $required = ['columnItems'];

  addColumn(column: Column): this {
    return this.$add('columnItems', this.$part(column, Column, 'addColumn'), 2);
  }
  setWrapStyle(wrapStyle: unknown): this {
    return this.$put('wrapStyle', this.$choice(wrapStyle, WRAP_STYLES, 'setWrapStyle'));
  }
}

documented<GridItem, GoogleAppsScript.Card_Service.GridItem>(true);
documented<Grid, GoogleAppsScript.Card_Service.Grid & NewerWidget>(true);
