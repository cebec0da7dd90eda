import { header } from '../http/exchange';
import type { HttpRequest } from '../http/exchange';

/**
 * Whether something was sent by a page of another origin: only the person in front of our own may decide. Browsers that do not say from
 * which site they send name its origin; programs say neither.
 */
export function isForeign(request: HttpRequest): boolean {
  const site = header(request, 'sec-fetch-site');
  const origin = header(request, 'origin');
  if (site !== undefined) return site !== 'same-origin';
  return origin !== undefined && origin.toLowerCase() !== request.origin.toLowerCase();
}
