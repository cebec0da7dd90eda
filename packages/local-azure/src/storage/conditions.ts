import { header } from '../http/exchange';
import type { HttpRequest } from '../http/exchange';
import { StorageError } from './call';

/** What conditions are judged by. */
interface Tagged {
  etag: string;
  modifiedAt: number;
}

const notMet = (code = 'ConditionNotMet') =>
  new StorageError(412, code, 'The condition specified using HTTP conditional header(s) is not met.');

const bare = (etag: string) => etag.replaceAll('"', '');
const names = (given: string, { etag }: Tagged) => given === '*' || bare(given) === bare(etag);

/** Whether it was changed after a moment that a header names; HTTP knows whole seconds only. */
const isNewer = ({ modifiedAt }: Tagged, date: string) => Math.floor(modifiedAt / 1000) > Date.parse(date) / 1000;

function given(request: HttpRequest, prefix: string) {
  return {
    match: header(request, `${prefix}if-match`),
    noneMatch: header(request, `${prefix}if-none-match`),
    since: header(request, `${prefix}if-modified-since`),
    unmodified: header(request, `${prefix}if-unmodified-since`),
  };
}

/** Whether something is the version that was asked for, and whether the caller has that already. */
function judge(request: HttpRequest, prefix: string, found: Tagged | undefined): { isMet: boolean; isUnchanged: boolean } {
  const { match, noneMatch, since, unmodified } = given(request, prefix);
  const isMet =
    (match === undefined || (found !== undefined && names(match, found))) &&
    (unmodified === undefined || !found || !isNewer(found, unmodified));
  const isUnchanged =
    found !== undefined && ((noneMatch !== undefined && names(noneMatch, found)) || (since !== undefined && !isNewer(found, since)));
  return { isMet, isUnchanged };
}

/** Judges the conditions of a write. @throws StorageError 409 or 412 */
export function checkWrite(request: HttpRequest, found: Tagged | undefined): void {
  if (header(request, 'if-none-match') === '*' && found) {
    throw new StorageError(409, 'BlobAlreadyExists', 'The specified blob already exists.');
  }
  const { isMet, isUnchanged } = judge(request, '', found);
  if (!isMet || isUnchanged) throw notMet();
}

/** Judges the conditions that a copy puts on its source. @throws StorageError 412 */
export function checkSource(request: HttpRequest, found: Tagged): void {
  const { isMet, isUnchanged } = judge(request, 'x-ms-source-', found);
  if (!isMet || isUnchanged) throw notMet('SourceConditionNotMet');
}

/** Judges the conditions of a read; true when the caller has what he would get. @throws StorageError 412 */
export function isUnchanged(request: HttpRequest, found: Tagged): boolean {
  const judged = judge(request, '', found);
  if (!judged.isMet) throw notMet();
  return judged.isUnchanged;
}
