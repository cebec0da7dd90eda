import type { VaultPath } from '@tresor/contracts';
import type * as z from 'zod';
import { vaultIdOf } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { pageOf, readPagesAt } from '../connection/pages';
import { isStatus } from '../connection/upstream-failure';
import { readPermissions } from '../permissions';

/** What of the log is meant: moments in milliseconds, until now unless told, and one more condition in the log's own words. */
export interface Excerpt {
  from: number;
  to?: number;
  where: string;
}

/** Reads the members named of the events of a subscription's activity log, newest first. */
export async function readLog<T extends z.ZodRawShape>(
  session: AzureSession,
  subscriptionId: string,
  event: z.ZodObject<T>,
  { from, to, where }: Excerpt,
): Promise<z.infer<z.ZodObject<T>>[] | 'forbidden'> {
  const bounds = [`ge '${new Date(from).toISOString()}'`, ...(to === undefined ? [] : [`le '${new Date(to).toISOString()}'`])];
  const filter = [...bounds.map((bound) => `eventTimestamp ${bound}`), where].join(' and ');
  const members = Object.keys(event.shape).join(',');
  const query = `api-version=2015-04-01&$filter=${encodeURIComponent(filter)}&$select=${members}`;
  const log = `${session.cloud.resourceManager}/subscriptions/${subscriptionId}/providers/Microsoft.Insights/eventtypes/management/values`;
  return readPagesAt(session, pageOf(event), `${log}?${query}`).catch((error: unknown) => {
    if (isStatus(error, 403)) return 'forbidden' as const;
    throw error;
  });
}

/** Who may read the log elsewhere only finds it empty for the vault. */
export async function mayReadLog(session: AzureSession, vault: VaultPath): Promise<boolean> {
  const { may } = await readPermissions(session, vaultIdOf(vault));
  return may('Microsoft.Insights/eventtypes/values/read');
}
