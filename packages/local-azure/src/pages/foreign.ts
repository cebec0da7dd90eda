import { header } from '../http/exchange';
import type { HttpRequest } from '../http/exchange';

/** Whether a form was sent by a page of another origin: only the person in front of our own may decide. */
export function isForeign(request: HttpRequest): boolean {
  const site = header(request, 'sec-fetch-site');
  return site !== undefined && site !== 'same-origin';
}
