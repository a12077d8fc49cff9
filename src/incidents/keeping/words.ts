const ORDINALS = ['', 'First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];

/** @example ordinal(3) // 'Third' */
export function ordinal(number: number): string {
  const [last, beforeLast] = [number % 10, Math.floor(number / 10) % 10];
  const ending = beforeLast === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][last] ?? 'th');
  return ORDINALS[number] ?? `${number}${ending}`;
}

/** @example counted(2) // 'twice' */
export function counted(times: number): string {
  return ['never', 'once', 'twice'][times] ?? `${times} times`;
}
