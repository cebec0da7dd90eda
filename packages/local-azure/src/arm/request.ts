import type { HttpRequest } from '../http/exchange';
import { decodedOrNone } from '../world/decoded';
import { withoutLiberties } from './lenient-json';
import { ArmError } from './route';

/** Names of query parameters as handlers know them; callers may write them in any case. */
const knownNames = new Map(
  ['api-version', '$filter', '$expand', '$top', '$skip', '$skipToken', '$select', '$orderby', '$maxpagesize', 'statusOnly'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

export interface ParsedRequest {
  segments: string[];
  path: string;
  query: URLSearchParams;
}

/** A segment is one name: an encoded slash would lead to another resource than the one whose route was found. @throws ArmError 400 */
function decode(segment: string): string {
  const decoded = decodedOrNone(segment);
  if (decoded !== undefined && !decoded.includes('/')) return decoded;
  throw new ArmError(400, 'InvalidRequestUri', `The path segment '${segment}' is not properly encoded.`);
}

/** As `parseRequest`, for a path of our own with its query. */
export function parsePath(pathAndQuery: string): ParsedRequest {
  const { pathname, searchParams } = new URL(pathAndQuery, 'https://resource-manager.invalid');
  return parseRequest({ path: pathname, query: searchParams });
}

/** Takes path and query apart: doubled slashes collapse, encodings are undone, names of query parameters get their usual spelling. */
export function parseRequest(request: Pick<HttpRequest, 'path' | 'query'>): ParsedRequest {
  const segments = request.path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => (segment.includes('%') ? decode(segment) : segment));
  const query = new URLSearchParams();
  for (const [name, value] of request.query) query.append(knownNames.get(name.toLowerCase()) ?? name, value);
  return { segments, path: `/${segments.join('/')}`, query };
}

/** Checks that a version was named and looks like one; any such version is served. */
export function requireApiVersion(query: URLSearchParams): string {
  const version = query.get('api-version');
  if (!version) {
    throw new ArmError(400, 'MissingApiVersionParameter', 'The api-version query parameter (?api-version=) is required for all requests.');
  }
  if (!/^\d{4}-\d{2}-\d{2}(?:-(?:preview|alpha|beta|privatepreview))?$/i.test(version)) {
    throw new ArmError(400, 'InvalidApiVersionParameter', `The api-version '${version}' is invalid.`);
  }
  return version;
}

/** The body as JSON; undefined without one. @throws ArmError 400 */
export function parseBody(body: string): unknown {
  if (body.trim() === '') return undefined;
  const parsed = parseAsSent(body);
  if (body.length > 2 * DEEPEST && isDeeper(parsed, DEEPEST)) throw invalidContent();
  return parsed;
}

/** No request is nested deeper, and what looks at its values would not come back. */
const DEEPEST = 256;

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' && value !== null && (levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1)));

function parseAsSent(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed;
  } catch {
    return parseLeniently(body);
  }
}

const invalidContent = () => new ArmError(400, 'InvalidRequestContent', 'The request content was invalid and could not be deserialized.');

function parseLeniently(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(withoutLiberties(body));
    return parsed;
  } catch {
    throw invalidContent();
  }
}
