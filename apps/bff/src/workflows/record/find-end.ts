import type { CommandEnd, CommandName, Fact, RecordedCommand, VaultPath } from '@tresor/contracts';
import * as z from 'zod';
import { mayReadLog, operationsIn, readLog } from '../../azure/activity/activity-log';
import { vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { isStatus } from '../../azure/connection/upstream-failure';
import { readJob } from '../../azure/jobs/job-details';
import { momentOf } from '../../azure/moments';
import { hidden, known } from '../../facts';
import { own } from '../../own';

export type FoundEnd = { end: CommandEnd; at: string } | null;

const DAY = 86_400_000;
/** So long Azure keeps its activity log. */
export const LOG_KEPT_MS = 90 * DAY;
/** The log's clock and ours may differ by so much. */
export const LOG_SLACK_MS = 10 * 60_000;

const ENDS: Readonly<Record<string, CommandEnd>> = {
  Completed: 'succeeded',
  CompletedWithWarnings: 'succeeded',
  Failed: 'failed',
  Cancelled: 'cancelled',
};

/** What the log calls ended once its job has begun. */
const IS_A_JOB: ReadonlySet<CommandName> = new Set(['items.backUpNow', 'restores.start', 'restores.restoreMissing']);

/** How what Azure had accepted ended: its job tells anyone who reads the vault, else the activity log those who read that. */
export async function findEnd(session: AzureSession, vault: VaultPath, command: RecordedCommand): Promise<Fact<FoundEnd>> {
  if (command.jobId !== null) return known(await endOfJob(session, vault, command.jobId));
  if (IS_A_JOB.has(command.command)) return known(null);
  return endInLog(session, vault, command);
}

async function endOfJob(session: AzureSession, vault: VaultPath, jobId: string): Promise<FoundEnd> {
  try {
    const { properties } = await readJob(session, vault, jobId);
    const end = own(ENDS, properties.status ?? '');
    const at = momentOf(properties.endTime);
    return end === undefined || at === null ? null : { end, at };
  } catch (error) {
    if (isStatus(error, 404)) return null;
    throw error;
  }
}

const word = z.object({ value: z.string().nullish() }).nullish();
const text = z.string().nullish();
const event = z.object({
  eventTimestamp: z.string(),
  operationName: word,
  status: word,
  resourceId: text,
  correlationId: text,
  operationId: text,
});

/** All that was asked under its correlation id is over: one failure fails it. */
async function endInLog(session: AzureSession, vault: VaultPath, { at, correlationId }: RecordedCommand): Promise<Fact<FoundEnd>> {
  const from = Date.parse(at) - LOG_SLACK_MS;
  if (session.now().getTime() - from > LOG_KEPT_MS) return known(null);
  const events = await readLog(session, vault.subscriptionId, event, { from, where: `correlationId eq '${correlationId}'` });
  if (events === 'forbidden') return hidden('read-activity', vaultIdOf(vault));
  const operations = operationsIn(events);
  if (operations.length === 0) return (await mayReadLog(session, vault)) ? known(null) : hidden('read-activity', vaultIdOf(vault));
  if (!operations.every(({ isOver }) => isOver)) return known(null);
  const isFailed = operations.some(({ last }) => last.status?.value === 'Failed');
  const ended = operations.map(({ last }) => momentOf(last.eventTimestamp) ?? at).toSorted();
  return known({ end: isFailed ? 'failed' : 'succeeded', at: ended.at(-1) ?? at });
}
