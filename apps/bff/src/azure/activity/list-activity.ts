import type { Activity, VaultPath } from '@tresor/contracts';
import * as z from 'zod';
import { Problem } from '../../problem';
import { vaultIdOf } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { readWindow } from '../connection/time-window';
import { momentOf } from '../moments';
import { mayReadLog, operationsIn, readLog } from './activity-log';

const text = z.string().nullish();
const word = z.object({ value: text }).nullish();

export const activityEvent = z.object({
  eventDataId: z.string(),
  eventTimestamp: z.string(),
  operationName: word,
  status: word,
  resourceId: text,
  caller: text,
  claims: z.record(z.string(), z.string()).nullish(),
  correlationId: text,
  operationId: text,
});

const DAY = 86_400_000;
/** Azure keeps its activity log for so long, and refuses to look further back. */
const KEPT_DAYS = 90;

/** What was asked of a vault, and of what lies in it, in the last so many days. */
export async function listActivity(session: AzureSession, vault: VaultPath, days: number): Promise<Activity[]> {
  const where = `resourceUri eq '${vaultIdOf(vault)}'`;
  const events = await readWindow(session, (now) => {
    const from = Math.max(now - days * DAY, session.now().getTime() - KEPT_DAYS * DAY);
    return readLog(session, vault.subscriptionId, activityEvent, { from, where });
  });
  if (events === 'forbidden' || (events.length === 0 && !(await mayReadLog(session, vault)))) throw new Problem('forbidden');
  return operationsIn(events).flatMap(({ first, last, isOver }) => {
    const { eventDataId: id, operationName, resourceId, caller, claims, correlationId = null } = first;
    const [time, ended] = [momentOf(first.eventTimestamp), momentOf(last.eventTimestamp)];
    if (time === null || !operationName?.value || !last.status?.value) return [];
    const what = { action: operationName.value, status: last.status.value, resourceId: resourceId ?? vaultIdOf(vault), correlationId };
    return [{ id, time, ended: isOver ? ended : null, ...what, caller: caller ?? null, displayName: claims?.['name'] ?? null }];
  });
}
