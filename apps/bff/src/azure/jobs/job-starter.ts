import type { JobStarter, VaultPath } from '@tresor/contracts';
import * as z from 'zod';
import { sameId, vaultIdOf } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { ARM } from '../connection/origins';
import { pageOf, readPagesAt } from '../connection/pages';
import { isStatus } from '../connection/upstream-failure';
import { readPermissions } from '../permissions';
import { readJob } from './job-details';

const text = z.string().nullish();

const eventPage = pageOf(
  z.object({
    caller: text,
    claims: z.record(z.string(), z.string()).nullish(),
    correlationId: text,
    httpRequest: z.object({ clientRequestId: text }).nullish(),
  }),
);

const MINUTE = 60_000;
const KEPT = 90 * 24 * 60 * MINUTE;
/** A request is logged up to so long after it was made. */
const DELAY = 20 * MINUTE;
/** A job starts a moment after it was asked for. */
const AROUND = 10 * MINUTE;

/**
 * Finds a job in the activity log of its vault's group: the job's activity is the id of the request that started it, under which the
 * log has it. A backup that is not there although the log can be read was started by its policy's schedule.
 */
export async function readJobStarter(session: AzureSession, vault: VaultPath, jobId: string): Promise<JobStarter> {
  const { activityId, startTime, operation } = (await readJob(session, vault, jobId)).properties;
  const start = Date.parse(startTime ?? '');
  const age = session.now().getTime() - start;
  if (!activityId || Number.isNaN(start)) return { by: 'not-logged' };
  if (age > KEPT) return { by: 'too-long-ago' };
  const events = await readEvents(session, vault, start);
  if (events === 'forbidden') return { by: 'no-right' };
  const found = events.find(({ httpRequest, correlationId }) =>
    [httpRequest?.clientRequestId, correlationId].some((id) => id && sameId(id, activityId)),
  );
  if (found?.caller) return { by: 'caller', caller: found.caller, displayName: found.claims?.['name'] ?? null };
  // Who may read the log elsewhere only finds it empty here.
  const { may } = await readPermissions(session, vaultIdOf(vault));
  if (!may('Microsoft.Insights/eventtypes/values/read')) return { by: 'no-right' };
  if (age < DELAY) return { by: 'not-yet' };
  return { by: operation === 'Backup' ? 'schedule' : 'not-logged' };
}

async function readEvents(session: AzureSession, { subscriptionId, resourceGroup }: VaultPath, start: number) {
  const [from, to] = [start - AROUND, start + AROUND].map((moment) => new Date(moment).toISOString());
  const filter = `eventTimestamp ge '${from}' and eventTimestamp le '${to}' and resourceGroupName eq '${resourceGroup}'`;
  const query = `api-version=2015-04-01&$filter=${encodeURIComponent(filter)}&$select=caller,claims,correlationId,httpRequest`;
  const log = `${ARM}/subscriptions/${subscriptionId}/providers/Microsoft.Insights/eventtypes/management/values`;
  return readPagesAt(session, eventPage, `${log}?${query}`).catch((error: unknown) => {
    if (isStatus(error, 403)) return 'forbidden' as const;
    throw error;
  });
}
