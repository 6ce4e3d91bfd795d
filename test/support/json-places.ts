type Json = Record<string, unknown>;

/** The keys that lead to a place in JSON. */
export type Place = readonly string[];

/** Every place in a value. */
export function placesIn(value: unknown, path: Place = []): Place[] {
  if (value === null || typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

/** A copy with a change at a place: the object that holds it, and its key there. A place that is no more is left alone. */
export function changedAt(value: unknown, path: Place, change: (holder: Json, key: string) => void): unknown {
  const copy = structuredClone({ value }) as Json;
  const [key = '', ...above] = ['value', ...path].toReversed();
  const holder = above.toReversed().reduce<unknown>((inner, name) => Object(inner) instanceof Object && (Object(inner) as Json)[name], copy);
  if (holder !== null && typeof holder === 'object') change(holder as Json, key);
  return copy['value'];
}
