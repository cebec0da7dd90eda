import type { Fact, VaultPath } from '@tresor/contracts';
import { operationsIn, readLog } from '../../azure/activity/activity-log';
import { activityEvent } from '../../azure/activity/list-activity';
import { vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { momentOf } from '../../azure/moments';
import { hidden, known } from '../../facts';
import type { CommandRow } from '../../store/commands';
import { LOG_KEPT_MS, LOG_SLACK_MS } from '../record/find-end';
import type { SeenOperation } from './see-restore';

/** Of so many commands the log is asked, the newest. */
const MOST_LOOKS = 20;

/** What Azure's activity log has under the correlation ids of a restore's commands. */
export async function readOperations(azure: AzureSession, vault: VaultPath, rows: readonly CommandRow[]): Promise<Fact<SeenOperation[]>> {
  const since = azure.now().getTime() - LOG_KEPT_MS + LOG_SLACK_MS;
  const asked = rows.flatMap(({ entry }) => (entry.kind === 'asked' ? [entry] : []));
  const recent = asked.filter(({ at, command }) => Date.parse(at) - LOG_SLACK_MS > since && !command.startsWith('evidence.'));
  const from = new Map(recent.slice(-MOST_LOOKS).map(({ correlationId, at }) => [correlationId, Date.parse(at) - LOG_SLACK_MS]));
  const found = await Promise.all(
    [...from].map(([id, begun]) => readLog(azure, vault.subscriptionId, activityEvent, { from: begun, where: `correlationId eq '${id}'` })),
  );
  if (found.includes('forbidden')) return hidden('read-activity', vaultIdOf(vault));
  return known(
    found
      .flatMap((events) => (events === 'forbidden' ? [] : operationsIn(events)))
      .map(({ first, last }) => ({
        id: first.eventDataId,
        operation: first.operationName?.value ?? '',
        status: last.status?.value ?? '',
        resource: first.resourceId ?? null,
        correlationId: first.correlationId ?? null,
        operationId: first.operationId ?? null,
        at: momentOf(last.eventTimestamp) ?? last.eventTimestamp,
      })),
  );
}
