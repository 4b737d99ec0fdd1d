import { parse } from 'content-type';
import { BodyError } from './body-error.js';
import { parseJson } from './parse-json.js';
import { type BodyLimits, type BodySource, readBytes } from './read-bytes.js';

/**
 * Reads a request's JSON, for every door of this server; nothing when the body is empty. Forms, text and files are not
 * taken: a page of any site may send those without asking.
 * @throws BodyError when it is not JSON, too large, too slow, compressed or too deep
 */
export async function readJson(request: BodySource, limits?: BodyLimits): Promise<unknown> {
  // Read to its end first: who is still sending does not see the refusal.
  const bytes = await readBytes(request, limits);
  const type = request.headers['content-type'];
  if ((bytes.length > 0 || type !== undefined) && !isJson(type ?? ''))
    throw new BodyError(415, 'UnsupportedMediaType', 'application/json in UTF-8 expected.');
  return parseJson(bytes);
}

function isJson(header: string): boolean {
  try {
    const { type, parameters } = parse(header);
    return type === 'application/json' && /^utf-?8$/i.test(parameters.charset ?? 'utf-8');
  } catch {
    return false;
  }
}
