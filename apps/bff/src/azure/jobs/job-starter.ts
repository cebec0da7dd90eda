import type { JobStarter, VaultPath } from '@tresor/contracts';
import * as z from 'zod';
import { mayReadLog, readLog } from '../activity/activity-log';
import { sameId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { readJob } from './job-details';

const text = z.string().nullish();

const event = z.object({
  caller: text,
  claims: z.record(z.string(), z.string()).nullish(),
  correlationId: text,
  httpRequest: z.object({ clientRequestId: text }).nullish(),
});

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
  const excerpt = { from: start - AROUND, to: start + AROUND, where: `resourceGroupName eq '${vault.resourceGroup}'` };
  const events = await readLog(session, vault.subscriptionId, event, excerpt);
  if (events === 'forbidden') return { by: 'no-right' };
  const found = events.find(({ httpRequest, correlationId }) =>
    [httpRequest?.clientRequestId, correlationId].some((id) => id && sameId(id, activityId)),
  );
  if (found?.caller) return { by: 'caller', caller: found.caller, displayName: found.claims?.['name'] ?? null };
  if (!(await mayReadLog(session, vault))) return { by: 'no-right' };
  if (age < DELAY) return { by: 'not-yet' };
  return { by: operation === 'Backup' ? 'schedule' : 'not-logged' };
}
