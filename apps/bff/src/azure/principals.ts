import * as z from 'zod';
import { own } from '../own';
import { expectBody } from './connection/answer';
import type { AzureSession } from './connection/azure';
import { clients } from './connection/clients';
import { GRAPH } from './connection/origins';
import { readUrl } from './connection/read-url';
import { isStatus } from './connection/upstream-failure';

export interface NamedPrincipal {
  id: string;
  kind: 'user' | 'group' | 'application';
  name: string;
}

const page = z.object({
  value: z.array(z.object({ '@odata.type': z.string().nullish(), id: z.string(), displayName: z.string().nullish() })),
});

const KINDS: Record<string, NamedPrincipal['kind']> = {
  '#microsoft.graph.user': 'user',
  '#microsoft.graph.group': 'group',
  '#microsoft.graph.servicePrincipal': 'application',
};

/** Who these object ids are; those that the directory does not tell are left out. */
export async function readPrincipals(session: AzureSession, ids: readonly string[]): Promise<NamedPrincipal[]> {
  if (ids.length === 0) return [];
  const url = `${GRAPH}/v1.0/directoryObjects/getByIds?$select=id,displayName`;
  try {
    const { body } = await readUrl(session, clients.graph(session), url, { ids, types: ['user', 'group', 'servicePrincipal'] });
    return expectBody(page, body).value.flatMap(({ id, displayName, '@odata.type': type }) => {
      const kind = own(KINDS, type);
      return kind && displayName ? [{ id, kind, name: displayName }] : [];
    });
  } catch (error) {
    if (isStatus(error, 403)) return [];
    throw error;
  }
}
