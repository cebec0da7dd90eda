import type { BlobCall } from './call';
import { StorageError } from './call';
import { element } from './xml';

const MOST = 5000;

/** A page of a list in order of names: `marker` is where it goes on. */
export function pageOf<T>(call: BlobCall, all: readonly T[], nameOf: (item: T) => string) {
  const asked = call.query.get('maxresults');
  const size = Math.min(MOST, Number(asked ?? MOST));
  if (!(size >= 1)) throw new StorageError(400, 'OutOfRangeQueryParameterValue', 'One of the query parameters is outside its range.');
  const marker = call.query.get('marker') ?? '';
  const from = marker === '' ? 0 : all.findIndex((item) => nameOf(item) >= Buffer.from(marker, 'base64url').toString('utf8'));
  const items = from < 0 ? [] : all.slice(from, from + size);
  const next = from < 0 ? undefined : all[from + size];
  const before = ['Prefix', 'Marker', 'MaxResults', 'Delimiter'].map((name) =>
    element(name, call.query.get(name.toLowerCase()) ?? undefined),
  );
  const after = next === undefined ? '<NextMarker />' : element('NextMarker', Buffer.from(nameOf(next)).toString('base64url'));
  return { items, around: { before, after } };
}
