/** Every text in a JSON document, at any depth; none where it is no JSON, as browsers ignore such a one. */
export function jsonTexts(json: string): string[] {
  const texts: string[] = [];
  try {
    JSON.parse(json, (_, value: unknown) => void (typeof value === 'string' && texts.push(value)));
  } catch {
    return [];
  }
  return texts;
}
