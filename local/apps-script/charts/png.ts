import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Red, green, blue; 0 to 255. */
export type Colour = readonly [number, number, number];

/** A picture that is drawn on in dots, from the upper left, and given as a PNG (www.w3.org/TR/png: 8 bits a colour, no interlacing). */
export class Picture {
  readonly #dots: Buffer;

  constructor(
    readonly width: number,
    readonly height: number,
    background: Colour,
  ) {
    this.#dots = Buffer.alloc(width * height * 3);
    this.fill(0, 0, width, height, background);
  }

  /** What lies outside the picture is left out. */
  fill(left: number, top: number, width: number, height: number, colour: Colour): void {
    for (let y = Math.max(0, top); y < Math.min(this.height, top + height); y += 1) {
      for (let x = Math.max(0, left); x < Math.min(this.width, left + width); x += 1) this.#dots.set(colour, (y * this.width + x) * 3);
    }
  }

  png(): Buffer {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    header.set([8, 2, 0, 0, 0], 8);
    const line = this.width * 3;
    // Each line begins with the number of its filter: none.
    const lines = Array.from({ length: this.height }, (_, y) => [Buffer.from([0]), this.#dots.subarray(y * line, (y + 1) * line)]).flat();
    return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(lines))), chunk('IEND', Buffer.alloc(0))]);
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
