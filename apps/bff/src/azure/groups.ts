import * as z from 'zod';
import { expectBody } from './connection/answer';
import type { AzureSession } from './connection/azure';
import { clients } from './connection/clients';
import { readUrl } from './connection/read-url';
import { isStatus } from './connection/upstream-failure';

const groupBody = z.object({ id: z.string(), displayName: z.string().nullish() });
const page = z.object({ value: z.array(groupBody), '@odata.nextLink': z.string().nullish() });

type Page = z.infer<typeof page>;

/** A group that the user is in, directly or through other groups. */
export interface OwnGroup {
  id: string;
  name: string;
}

const FIRST = '/v1.0/me/transitiveMemberOf/microsoft.graph.group?$select=id,displayName&$top=999';
/** Nobody is in more groups than that. */
const MOST_PAGES = 20;

/** The user's groups: what is granted to one of them is granted to the user. Null where the directory does not tell, as it does not tell guests everywhere. */
export async function readOwnGroups(session: AzureSession): Promise<OwnGroup[] | null> {
  const found: OwnGroup[] = [];
  try {
    let next: string | null | undefined = session.cloud.graph + FIRST;
    for (let count = 0; next && count < MOST_PAGES; count += 1) {
      const answer: Page = expectBody(page, (await readUrl(session, clients.graph(session), next)).body);
      found.push(...answer.value.map(({ id, displayName }) => ({ id, name: displayName ?? id })));
      next = answer['@odata.nextLink'];
    }
  } catch (error) {
    if (isStatus(error, 403)) return null;
    throw error;
  }
  return found;
}
