import type { Colour, Picture } from './png.ts';

/** Letters three dots wide and five high: each digit is a line, its bits the dots. */
const DOTS: Readonly<Record<string, string>> = {
  ...{ A: '25755', B: '65656', C: '34443', D: '65556', E: '74647', F: '74644', G: '34553', H: '55755', I: '72227', J: '11152', K: '55655' },
  ...{ L: '44447', M: '57755', N: '65555', O: '25552', P: '65644', Q: '25573', R: '65655', S: '34216', T: '72222', U: '55557', V: '55552' },
  ...{ W: '55775', X: '55255', Y: '55222', Z: '71247', ' ': '00000', '.': '00002', '-': '00700', '(': '24442', ')': '21112', '/': '11244' },
  ...{ 0: '75557', 1: '26227', 2: '71747', 3: '71717', 4: '55711', 5: '74717', 6: '74757', 7: '71111', 8: '75757', 9: '75717' },
};
/** For every other letter. */
const UNKNOWN = '02020';
/** How large a dot of a letter is. */
const SCALE = 2;
const ADVANCE = 4 * SCALE;

export const LETTER_HEIGHT = 5 * SCALE;

export function widthOf(text: string): number {
  return Array.from(text).length * ADVANCE;
}

/** Writes a line in capitals: the picture is a stand-in for Google's. */
export function write(picture: Picture, text: string, left: number, top: number, colour: Colour): void {
  for (const [place, letter] of Array.from(text.toUpperCase()).entries()) {
    for (const [row, digit] of Array.from(DOTS[letter] ?? UNKNOWN).entries()) {
      for (let column = 0; column < 3; column += 1) {
        if (Number(digit) & (4 >> column)) picture.fill(left + place * ADVANCE + column * SCALE, top + row * SCALE, SCALE, SCALE, colour);
      }
    }
  }
}
