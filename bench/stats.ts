/** The middle of some numbers; of an even count, halfway between the two in the middle. Undefined when there are none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** The median of what every run has; undefined as soon as one run has it not. */
export function medianOfAll(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? median(known) : undefined;
}

/** How many times the base a value is, as `1.8×`; empty where that says nothing: a base below one, or a value that is nothing or less. */
export function ratio(value: number, base: number | undefined): string {
  if (base === undefined || base < 1 || value <= 0) return '';
  const times = value / base;
  return `${times.toFixed(times < 10 ? 1 : 0)}×`;
}

/** A whole number with commas between thousands. */
export function grouped(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** The same list, begun at another place: whoever goes first in one round goes last in the next. */
export function rotated<T>(list: readonly T[], by: number): T[] {
  const start = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
