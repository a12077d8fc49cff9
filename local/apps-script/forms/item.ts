import { ScriptError } from '../errors.ts';
import { documented } from '../served.ts';
import { CheckboxItem, ListItem, MultipleChoiceItem } from './choice-items.ts';
import type { FormContext } from './context.ts';
import { CheckboxGridItem, GridItem } from './grid-items.ts';
import { ItemBase } from './item-base.ts';
import { ImageItem, PageBreakItem, SectionHeaderItem, VideoItem } from './layout-items.ts';
import { RatingItem, ScaleItem } from './scale-items.ts';
import { ParagraphTextItem, TextItem } from './text-items.ts';
import { DateItem, DateTimeItem, DurationItem, TimeItem } from './time-items.ts';

/** Any item, as lists give it: what all have in common, and a cast to what it is (docs/apps-script/reference/forms/item.md). */
export class Item extends ItemBase {
  readonly $name = 'Item';

  asCheckboxGridItem(): CheckboxGridItem {
    return this.#as('CHECKBOX_GRID', CheckboxGridItem);
  }
  asCheckboxItem(): CheckboxItem {
    return this.#as('CHECKBOX', CheckboxItem);
  }
  asDateItem(): DateItem {
    return this.#as('DATE', DateItem);
  }
  asDateTimeItem(): DateTimeItem {
    return this.#as('DATETIME', DateTimeItem);
  }
  asDurationItem(): DurationItem {
    return this.#as('DURATION', DurationItem);
  }
  asGridItem(): GridItem {
    return this.#as('GRID', GridItem);
  }
  asImageItem(): ImageItem {
    return this.#as('IMAGE', ImageItem);
  }
  asListItem(): ListItem {
    return this.#as('LIST', ListItem);
  }
  asMultipleChoiceItem(): MultipleChoiceItem {
    return this.#as('MULTIPLE_CHOICE', MultipleChoiceItem);
  }
  asPageBreakItem(): PageBreakItem {
    return this.#as('PAGE_BREAK', PageBreakItem);
  }
  asParagraphTextItem(): ParagraphTextItem {
    return this.#as('PARAGRAPH_TEXT', ParagraphTextItem);
  }
  asRatingItem(): RatingItem {
    return this.#as('RATING', RatingItem);
  }
  asScaleItem(): ScaleItem {
    return this.#as('SCALE', ScaleItem);
  }
  asSectionHeaderItem(): SectionHeaderItem {
    return this.#as('SECTION_HEADER', SectionHeaderItem);
  }
  asTextItem(): TextItem {
    return this.#as('TEXT', TextItem);
  }
  asTimeItem(): TimeItem {
    return this.#as('TIME', TimeItem);
  }
  asVideoItem(): VideoItem {
    return this.#as('VIDEO', VideoItem);
  }

  #as<T>(type: string, Kind: new (form: FormContext, id: number) => T): T {
    const actual = this.$data.type;
    if (actual !== type) throw new ScriptError(`Invalid conversion for item type: ${actual}.`);
    return new Kind(this.$form, this.$id);
  }
}

documented<Item, GoogleAppsScript.Forms.Item>(true);
