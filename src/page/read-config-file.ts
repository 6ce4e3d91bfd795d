/**
 * The configuration in a file of the site's; or, as a text, why there is none in it: the address, and what came from there.
 * `answer` is a text where the browser could not or would not ask.
 */
export async function readConfigFile(address: string, answer: Response | string): Promise<object | string> {
  const where = `${address} (data-config)`;
  if (typeof answer === 'string') return `${where}: ${answer}; it has to be a file of the page's own origin`;
  const came = `${answer.status} ${answer.headers.get('content-type') ?? 'without a type'}`;
  if (!answer.ok) return `${where}: ${came}`;
  try {
    const file: unknown = JSON.parse(await answer.text());
    return typeof file === 'object' && file !== null && !Array.isArray(file) ? file : `${where}: ${came}, which is no object`;
  } catch (error) {
    return `${where}: ${came}, ${String(error)}`;
  }
}
