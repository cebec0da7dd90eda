import type { CommandOutcome } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { vmIdOf } from '../../azure/items/item-place';
import { readStanding } from '../../azure/items/standing';
import type { RecoveryMachineRecord, RecoveryRecord } from '../../store/recovery-plans';
import type { Screens } from '../../store/screens';
import type { Once } from '../once/once';
import { answerOf } from '../record/command-answer';
import { placeOf } from '../record/command-place';
import type { CommandRecord } from '../record/command-record';
import { startRestore } from '../restore/steps/disks';
import { choosePoint } from './choose-point';
import { accountFor, diskGroupOf } from './disk-places';
import { standsInTheWay } from './machine-outlook';

export interface RecoveryTools {
  once: Once;
  record: CommandRecord;
  screens: Screens;
}

/** What is asked of Azure for a machine, or why nothing is. */
type Chosen =
  | { kind: 'request'; pointTime: string; request: Parameters<typeof startRestore>[4] }
  | {
      kind: 'refused';
      code: 'never-backed-up' | 'no-point' | 'blocked' | 'machine-there' | 'storage-account-not-found' | 'unmanaged-disks';
    };

/** Chooses point and places, by what Azure shows now. */
export async function chooseRestore(session: AzureSession, plan: RecoveryRecord, { item }: RecoveryMachineRecord): Promise<Chosen> {
  const { edition, moment } = plan;
  const [{ chosen, refused, wasBackedUp }, standing, storageAccountId] = await Promise.all([
    choosePoint(session, item, moment),
    readStanding(session, vmIdOf(item)),
    accountFor(session, item, edition),
  ]);
  if (!wasBackedUp) return { kind: 'refused', code: 'never-backed-up' };
  if (standsInTheWay(item, plan, standing)) return { kind: 'refused', code: 'machine-there' };
  if (!chosen) return { kind: 'refused', code: refused ? 'blocked' : 'no-point' };
  if (storageAccountId === undefined) return { kind: 'refused', code: 'storage-account-not-found' };
  const { point } = chosen;
  const targetGroup = diskGroupOf(item, plan);
  if (plan.isolatedGroup !== null && targetGroup === null) return { kind: 'refused', code: 'unmanaged-disks' };
  return { kind: 'request', pointTime: point.time, request: { edition, recoveryPointId: point.id, storageAccountId, targetGroup } };
}

/** Begins to restore the disks, once for an attempt, on record as the button's command is. Its job bears the attempt's id. */
export function beginRestore(
  { once, record }: Pick<RecoveryTools, 'once' | 'record'>,
  session: AzureSession,
  {
    item,
    intentId,
    request,
    planId,
  }: { item: RecoveryMachineRecord['item']; intentId: string; request: Parameters<typeof startRestore>[4]; planId: string },
): Promise<CommandOutcome> {
  const place = placeOf('restores.start', { ...item, ...request, intentId }, intentId);
  return record.carryOut(
    session,
    { name: 'restores.start', reason: null, ...place, about: { ...place.about, given: 'plan', recoveryPlan: planId } },
    (recorded) => startRestore(once, recorded, intentId, item, request, intentId),
    (outcome) => answerOf('restores.start', outcome),
  );
}
