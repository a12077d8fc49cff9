import { createHash } from 'node:crypto';
import type { Part } from '../../workspace/mail/parse.ts';
import { Blob } from '../blob.ts';
import type { Run } from '../run.ts';
import { documented } from '../served.ts';

/** A file of a message: a Blob that also knows its size and hash (docs/apps-script/reference/gmail/gmail-attachment.md). */
export class GmailAttachment extends Blob {
  override readonly $name = 'GmailAttachment';

  constructor(run: Run, part: Part) {
    super(run, { bytes: part.body, contentType: part.mimeType, name: part.filename });
  }

  getSize(): number {
    return this.$bytes.length;
  }

  /** SHA-1, in hexadecimal. */
  getHash(): string {
    return createHash('sha1').update(this.$bytes).digest('hex');
  }
}

// `getBlob` stands in Google's BlobSource, which this is too.
documented<Omit<GmailAttachment, 'getBlob'>, GoogleAppsScript.Gmail.GmailAttachment>(true);
