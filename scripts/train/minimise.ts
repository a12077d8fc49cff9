/** A function of many numbers, made small: L-BFGS with a backtracking search, the same result in every run. */

/** The value at a point; writes its slope into `slope`. */
export type Smooth = (point: Float64Array, slope: Float64Array) => number;

const REMEMBERED = 8;
/** The search stops when a step gains less than this share. */
const GAIN = 1e-6;

/** @returns the point found; `start` is left as it is */
export function minimise(value: Smooth, start: Float64Array, steps = 120): Float64Array {
  let point: Float64Array = start.slice();
  let slope: Float64Array = new Float64Array(point.length);
  let height = value(point, slope);
  const memory: { moved: Float64Array; turned: Float64Array; share: number }[] = [];
  for (let step = 0; step < steps; step += 1) {
    const way = downhill(slope, memory);
    const next = search(value, point, height, slope, way, step === 0 ? 1 / Math.max(1e-12, Math.sqrt(dot(slope, slope))) : 1);
    if (next === null) break;
    const moved = difference(next.point, point);
    const turned = difference(next.slope, slope);
    const bend = dot(moved, turned);
    if (bend > 1e-12) memory.push({ moved, turned, share: 1 / bend });
    if (memory.length > REMEMBERED) memory.shift();
    const gain = (height - next.height) / Math.max(1e-12, Math.abs(height));
    ({ point, slope, height } = next);
    if (gain < GAIN) break;
  }
  return point;
}

function downhill(slope: Float64Array, memory: readonly { moved: Float64Array; turned: Float64Array; share: number }[]): Float64Array {
  const way = slope.map((each) => -each);
  const parts: number[] = [];
  for (const { moved, turned, share } of [...memory].reverse()) {
    const part = share * dot(moved, way);
    parts.push(part);
    add(way, turned, -part);
  }
  const last = memory[memory.length - 1];
  if (last !== undefined) scale(way, 1 / (last.share * dot(last.turned, last.turned)));
  for (const { moved, turned, share } of memory) add(way, moved, (parts.pop() ?? 0) - share * dot(turned, way));
  return way;
}

function search(
  value: Smooth,
  point: Float64Array,
  height: number,
  slope: Float64Array,
  way: Float64Array,
  first: number,
): { point: Float64Array; slope: Float64Array; height: number } | null {
  const steepness = dot(slope, way);
  if (steepness >= 0) return null;
  const nextSlope = new Float64Array(point.length);
  for (let far = first, tries = 0; tries < 30; far /= 2, tries += 1) {
    const next = point.slice();
    add(next, way, far);
    const nextHeight = value(next, nextSlope);
    if (nextHeight <= height + 1e-4 * far * steepness) return { point: next, slope: nextSlope, height: nextHeight };
  }
  return null;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] as number) + times * (what[at] as number);
}

function scale(what: Float64Array, times: number): void {
  for (let at = 0; at < what.length; at += 1) what[at] = (what[at] as number) * times;
}

function difference(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((each, at) => each - (other[at] as number));
}
