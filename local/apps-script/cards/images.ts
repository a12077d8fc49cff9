import { ScriptError } from '../errors.ts';
import { documented } from '../served.ts';
import { clickable } from './actions.ts';
import { BORDER_TYPES, ICONS, IMAGE_CROP_TYPES } from './enums.ts';
import { CardPart, colorJson } from './part.ts';
import { type NewerWidget, Widget } from './widget.ts';

/** docs/apps-script/reference/card-service/image.md */
export class Image extends clickable(Widget) {
  readonly $name = 'Image';
  readonly $kind = 'image';
  protected override readonly $required = ['imageUrl'];

  setImageUrl(url: string): this {
    return this.$put('imageUrl', this.$imageUrl(url, 'setImageUrl'));
  }

  setAltText(altText: string): this {
    return this.$put('altText', this.$text(altText, 'setAltText'));
  }
}

export class MaterialIcon extends CardPart {
  readonly $name = 'MaterialIcon';
  protected override readonly $required = ['name'];

  setName(name: string): this {
    return this.$put('name', this.$text(name, 'setName'));
  }
  setFill(fill: boolean): this {
    return this.$put('fill', this.$flag(fill, 'setFill'));
  }
  setWeight(weight: number): this {
    return this.$put('weight', this.$number(weight, 'setWeight'));
  }
  setGrade(grade: number): this {
    return this.$put('grade', this.$number(grade, 'setGrade'));
  }
}

/** One of a built-in icon, an icon's address and a material icon (docs/apps-script/reference/card-service/icon-image.md). */
export class IconImage extends CardPart {
  readonly $name = 'IconImage';

  setIcon(icon: unknown): this {
    return this.$put('knownIcon', this.$choice(icon, ICONS, 'setIcon'));
  }
  setIconUrl(url: string): this {
    return this.$put('iconUrl', this.$imageUrl(url, 'setIconUrl'));
  }
  setMaterialIcon(icon: MaterialIcon): this {
    return this.$put('materialIcon', this.$part(icon, MaterialIcon, 'setMaterialIcon'));
  }
  setAltText(altText: string): this {
    return this.$put('altText', this.$text(altText, 'setAltText'));
  }
  /** Icons are square or round, nothing else. */
  setImageCropType(imageCropType: unknown): this {
    const type = this.$choice(imageCropType, IMAGE_CROP_TYPES, 'setImageCropType');
    if (type !== 'SQUARE' && type !== 'CIRCLE') throw new ScriptError(`An icon can't be cropped to ${type}.`);
    return this.$put('imageType', type);
  }
}

export class BorderStyle extends CardPart {
  readonly $name = 'BorderStyle';

  setType(type: unknown): this {
    return this.$put('type', this.$choice(type, BORDER_TYPES, 'setType'));
  }
  setStrokeColor(color: string): this {
    return this.$put('strokeColor', colorJson(this.$text(color, 'setStrokeColor')));
  }
  setCornerRadius(radius: number): this {
    return this.$put('cornerRadius', this.$number(radius, 'setCornerRadius'));
  }
}

export class ImageCropStyle extends CardPart {
  readonly $name = 'ImageCropStyle';

  setImageCropType(type: unknown): this {
    return this.$put('type', this.$choice(type, IMAGE_CROP_TYPES, 'setImageCropType'));
  }
  setAspectRatio(ratio: number): this {
    if (this.$number(ratio, 'setAspectRatio') <= 0) throw new ScriptError('The aspect ratio must be a positive value.');
    return this.$put('aspectRatio', ratio);
  }
}

export class ImageComponent extends CardPart {
  readonly $name = 'ImageComponent';
  protected override readonly $required = ['imageUri'];

  setImageUrl(url: string): this {
    return this.$put('imageUri', this.$imageUrl(url, 'setImageUrl'));
  }
  setAltText(altText: string): this {
    return this.$put('altText', this.$text(altText, 'setAltText'));
  }
  setCropStyle(imageCropStyle: ImageCropStyle): this {
    return this.$put('cropStyle', this.$part(imageCropStyle, ImageCropStyle, 'setCropStyle'));
  }
  setBorderStyle(borderStyle: BorderStyle): this {
    return this.$put('borderStyle', this.$part(borderStyle, BorderStyle, 'setBorderStyle'));
  }
}

documented<Image, GoogleAppsScript.Card_Service.Image & NewerWidget>(true);
documented<MaterialIcon, GoogleAppsScript.Card_Service.MaterialIcon>(true);
documented<IconImage, GoogleAppsScript.Card_Service.IconImage>(true);
documented<BorderStyle, GoogleAppsScript.Card_Service.BorderStyle>(true);
documented<ImageCropStyle, GoogleAppsScript.Card_Service.ImageCropStyle>(true);
documented<ImageComponent, GoogleAppsScript.Card_Service.ImageComponent>(true);
