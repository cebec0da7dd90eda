import type { ArmAnswer, ArmCall } from '../../arm/route';
import { badRequest, queryValue } from './wire';

export const PAGE_SIZE = 200;

/** The key after which the caller wants to go on, from `$skipToken`. */
export function continuation(call: ArmCall): string | undefined {
  const token = queryValue(call, '$skipToken');
  if (token === undefined || token === '') return undefined;
  const key = Buffer.from(token, 'base64url').toString();
  if (!key) throw badRequest('BMSUserErrorInvalidInput', 'The continuation token is not valid.');
  return key;
}

/** One page of a list. `last` is the key of its last entry when more follow. */
export function pageAnswer(call: ArmCall, value: unknown[], last: string | undefined): ArmAnswer {
  if (last === undefined) return { status: 200, body: { value } };
  const query = new URLSearchParams([...call.query].filter(([key]) => key.toLowerCase() !== '$skiptoken'));
  query.set('$skiptoken', Buffer.from(last).toString('base64url'));
  return { status: 200, body: { value, nextLink: `${call.origin}${encodeURI(call.path)}?${query.toString()}` } };
}

/** Cuts the page that the caller asks for out of entries whose keys ascend or, newest first, descend. */
export function cutPage<T>(
  call: ArmCall,
  entries: readonly T[],
  keyOf: (entry: T) => string,
  view: (entry: T) => unknown,
  order: 'ascending' | 'descending' = 'ascending',
): ArmAnswer {
  const after = continuation(call);
  const isLater = (key: string) => after === undefined || (order === 'ascending' ? key > after : key < after);
  const rest = entries.filter((entry) => isLater(keyOf(entry)));
  const page = rest.slice(0, PAGE_SIZE);
  const end = page.at(-1);
  return pageAnswer(call, page.map(view), end && rest.length > PAGE_SIZE ? keyOf(end) : undefined);
}
