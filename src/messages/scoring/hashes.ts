/** Names of what is noticed, as 32 bits: quick to make and to find. */

const SEED = 0x811c9dc5;

/** FNV-1a. */
export function hashOf(name: string): number {
  return ended(SEED, name, 0);
}

/** The hash of what was hashed so far and the rest of a name. */
export function ended(begun: number, name: string, from: number): number {
  let hash = begun;
  for (let at = from; at < name.length; at += 1) hash = added(hash, name.charCodeAt(at));
  return hash >>> 0;
}

/** The hash with one character more, not yet at its end. */
export function added(begun: number, code: number): number {
  return Math.imul(begun ^ code, 0x01000193);
}

/** Two things in their order, together in some way. */
export function pairOf(first: number, second: number, way: number): number {
  const mixed = Math.imul(first ^ Math.imul(way + 1, 0x9e3779b1), 0x85ebca6b);
  const both = Math.imul((mixed ^ (mixed >>> 15)) + second, 0xc2b2ae35);
  return (both ^ (both >>> 13)) >>> 0;
}

/** Tells which place a hash has among some, or -1. */
export type PlaceOf = (hash: number) => number;

/** An open table over hashes: twice as quick as a Map, and nothing is made when it is asked. */
export function placesOf(hashes: Uint32Array): PlaceOf {
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  hashes.forEach((hash, place) => {
    let slot = spread(hash) & (size - 1);
    while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & (size - 1);
    slots[slot] = place;
  });
  return (hash) => {
    let slot = spread(hash) & (size - 1);
    for (let place = slots[slot] ?? -1; place >= 0; place = slots[slot] ?? -1) {
      if (hashes[place] === hash) return place;
      slot = (slot + 1) & (size - 1);
    }
    return -1;
  };
}

function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) >>> 3;
}

/** Rising hashes as they stand in the weights' file: the gaps between them, seven bits a byte, the eighth saying that more follow. */
export function hashesFrom(bytes: Uint8Array | Int8Array | Float32Array): Uint32Array {
  const hashes: number[] = [];
  let hash = 0;
  let gap = 0;
  let unit = 1;
  for (const byte of bytes) {
    gap += (byte & 127) * unit;
    unit *= 128;
    if (byte & 128) continue;
    hash += gap;
    hashes.push(hash);
    gap = 0;
    unit = 1;
  }
  return Uint32Array.from(hashes);
}

/** What `hashesFrom` reads. @param hashes rising */
export function bytesOfHashes(hashes: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let before = 0;
  for (const hash of hashes) {
    let gap = hash - before;
    before = hash;
    for (; gap >= 128; gap = Math.floor(gap / 128)) bytes.push((gap % 128) | 128);
    bytes.push(gap);
  }
  return Uint8Array.from(bytes);
}
