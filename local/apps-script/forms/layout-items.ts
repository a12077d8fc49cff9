import { Blob, blobIn } from '../blob.ts';
import { mismatch, ScriptError } from '../errors.ts';
import { documented, type EnumValue } from '../served.ts';
import { Alignment, isOf, PageNavigationType } from './enums.ts';
import { ItemBase } from './item-base.ts';

export class SectionHeaderItem extends ItemBase {
  readonly $name = 'SectionHeaderItem';
}

documented<SectionHeaderItem, GoogleAppsScript.Forms.SectionHeaderItem>(true);

export class PageBreakItem extends ItemBase {
  readonly $name = 'PageBreakItem';

  getGoToPage(): PageBreakItem | null {
    const { goTo } = this.$data;
    return typeof goTo === 'number' ? new PageBreakItem(this.$form, goTo) : null;
  }
  getPageNavigationType(): EnumValue {
    const { goTo = 'CONTINUE' } = this.$data;
    return PageNavigationType.$of(typeof goTo === 'number' ? 'GO_TO_PAGE' : goTo);
  }
  /** Where those go who come here from the page before (docs/apps-script/reference/forms/page-break-item.md). */
  setGoToPage(destination: PageBreakItem | EnumValue): this {
    this.$data.goTo = destinationIn(destination, 'FormApp.PageBreakItem.setGoToPage');
    return this;
  }
}

documented<PageBreakItem, GoogleAppsScript.Forms.PageBreakItem>(true);

/** The navigation in an argument: a page break's id or a type's name. `GO_TO_PAGE` alone says no page and is refused. */
export function destinationIn(value: unknown, method: string): 'CONTINUE' | 'RESTART' | 'SUBMIT' | number {
  if (value instanceof PageBreakItem) return value.getId();
  const name = isOf(PageNavigationType, value) ? value.$name : '';
  if (name === 'CONTINUE' || name === 'RESTART' || name === 'SUBMIT') return name;
  throw name === 'GO_TO_PAGE' ? new ScriptError('Invalid data updating form.') : mismatch(method, [value]);
}

abstract class PictureBase extends ItemBase {
  getAlignment(): EnumValue {
    return Alignment.$of(this.$data.alignment ?? 'LEFT');
  }
  setAlignment(alignment: EnumValue): this {
    if (!isOf(Alignment, alignment)) throw mismatch(`FormApp.${this.$name}.setAlignment`, [alignment]);
    this.$data.alignment = alignment.$name;
    return this;
  }
  /** In pixels; 0 until set. */
  getWidth(): number {
    return this.$data.width ?? 0;
  }
  setWidth(width: number): this {
    this.$data.width = this.$integer(width, 'setWidth');
    return this;
  }
}

export class ImageItem extends PictureBase {
  readonly $name = 'ImageItem';

  getImage(): Blob | null {
    const { image } = this.$data;
    return image ? new Blob(this.$form.run, { bytes: Buffer.from(image.base64, 'base64'), contentType: image.mimeType, name: null }) : null;
  }
  setImage(image: unknown): this {
    const blob = blobIn(image);
    if (!blob) throw mismatch('FormApp.ImageItem.setImage', [image]);
    const mimeType = blob.$contentType ?? '';
    if (!/^image\/(png|jpe?g|gif)$/.test(mimeType)) throw new ScriptError('Invalid image data.');
    this.$data.image = { mimeType, base64: blob.$bytes.toString('base64') };
    return this;
  }
}

documented<ImageItem, GoogleAppsScript.Forms.ImageItem>(true);

export class VideoItem extends PictureBase {
  readonly $name = 'VideoItem';

  /** A YouTube address, or the video's id. */
  setVideoUrl(youtubeUrl: string): this {
    const url = this.$text(youtubeUrl, 'setVideoUrl');
    const id = /(?:v=|youtu\.be\/|embed\/|^)([\w-]{11})(?:[?&#].*)?$/.exec(url)?.[1];
    if (!id) throw new ScriptError(`Invalid YouTube URL or video ID: ${url}`);
    this.$data.videoUrl = `https://www.youtube.com/watch?v=${id}`;
    return this;
  }
}

documented<VideoItem, GoogleAppsScript.Forms.VideoItem>(true);
