import type { VaultPath } from '@tresor/contracts';
import type * as z from 'zod';
import { vaultIdOf } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { pageOf, readPagesAt } from '../connection/pages';
import { isStatus } from '../connection/upstream-failure';
import { readPermissions } from '../permissions';

/** What of the log is meant: moments in milliseconds, until now unless told, and one more condition in the log's own words. */
interface Excerpt {
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

interface LogEvent {
  eventTimestamp: string;
  operationName?: { value?: string | null | undefined } | null | undefined;
  status?: { value?: string | null | undefined } | null | undefined;
  resourceId?: string | null | undefined;
  correlationId?: string | null | undefined;
  operationId?: string | null | undefined;
}

interface LoggedOperation<Event> {
  first: Event;
  /** What the log said of it last. */
  last: Event;
  isOver: boolean;
}

const GOES_ON: ReadonlySet<string> = new Set(['Started', 'Accepted']);

/**
 * Azure writes one event when something is asked, one when it is accepted and one when that has ended: they are one operation on one
 * resource. Events and operations come newest first.
 */
export function operationsIn<Event extends LogEvent>(events: readonly Event[]): LoggedOperation<Event>[] {
  const found = new Map<string, LoggedOperation<Event>>();
  for (const [position, event] of events.entries()) {
    const { operationId, correlationId, operationName, resourceId } = event;
    const of = operationId ?? correlationId ?? String(position);
    const key = [of, operationName?.value, resourceId].join(' ').toLowerCase();
    const last = found.get(key)?.last ?? event;
    found.set(key, { first: event, last, isOver: !GOES_ON.has(last.status?.value ?? '') });
  }
  return [...found.values()].toSorted((a, b) => Date.parse(b.first.eventTimestamp) - Date.parse(a.first.eventTimestamp));
}
