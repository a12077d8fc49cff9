import { ScriptError } from '../errors.ts';
import { VISIBILITIES } from './enums.ts';
import { CardPart, type Json } from './part.ts';

/** What can stand in a section. */
export abstract class SectionPart extends CardPart {
  /** Name of its field in the card's JSON: `textParagraph`, `buttonList` … */
  abstract readonly $kind: string;

  /** As a section holds it: `{ textParagraph: { … } }`. */
  $widget(): Json {
    return { [this.$kind]: this.$json() };
  }
}

/** docs/apps-script/reference/card-service/widget.md */
export abstract class Widget extends SectionPart {
  readonly $outer: Json = {};

  setId(id: string): this {
    if (!/^[a-zA-Z0-9-]{1,64}$/.test(this.$text(id, 'setId'))) throw new ScriptError(`Invalid widget id: ${id}`);
    this.$outer['id'] = id;
    return this;
  }

  setVisibility(visibility: unknown): this {
    this.$outer['visibility'] = this.$choice(visibility, VISIBILITIES, 'setVisibility');
    return this;
  }

  override $widget(): Json {
    return { ...super.$widget(), ...this.$outer };
  }
}

/** Names of `Widget` that the type package does not know yet. */
export interface NewerWidget {
  setId: unknown;
  setVisibility: unknown;
}
