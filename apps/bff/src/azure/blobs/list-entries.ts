import type { AzureSession } from '../connection/azure';
import { UpstreamFailure } from '../connection/upstream-failure';
import { callBlob } from './blob-call';
import { pageIn, type ListEntry } from './list-xml';

const MAX_PAGES = 100;

/** The blobs of a container, or with an empty one the containers of the account, to the last page. */
export async function listEntries(
  session: AzureSession,
  account: string,
  container: string,
  query: Record<string, string>,
): Promise<ListEntry[]> {
  const entries: ListEntry[] = [];
  const all = { ...(container !== '' && { restype: 'container' }), comp: 'list', ...query };
  let marker = '';
  for (let count = 0; count < MAX_PAGES; count += 1) {
    const asked = { ...all, ...(marker !== '' && { marker }) };
    const xml = await callBlob(session, 'read', { method: 'GET', account, container, query: asked });
    const page = pageIn(xml, container === '' ? 'Container' : 'Blob');
    entries.push(...page.entries);
    marker = page.next;
    if (marker === '') return entries;
  }
  throw new UpstreamFailure('unreadable', { azureMessage: 'The list does not end.' });
}
