import type { RecoveryMachine } from '@tresor/contracts';
import { idKey } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { vmIdOf } from '../../azure/items/item-place';
import { readTags } from '../../azure/machines/machine-tags';
import type { RecoveryMachineRecord } from '../../store/recovery-plans';
import { keyOf } from './machine-key';
import { FRESH } from './machine-states';

/** Machines of a plan with the tags they have now; of one that Azure does not show any more those that the plan kept before. */
export async function taggedMachines(
  session: AzureSession,
  machines: readonly RecoveryMachine[],
  before: readonly RecoveryMachineRecord[],
): Promise<RecoveryMachineRecord[]> {
  const seen = await readTags(
    session,
    machines.map(({ item }) => vmIdOf(item)),
  );
  const kept = new Map(before.map(({ item, tags }) => [keyOf(item), tags]));
  return machines.map(({ item, wave }) => {
    const tags = seen.get(idKey(vmIdOf(item))) ?? kept.get(keyOf(item)) ?? null;
    return { item, wave, tags, ...FRESH };
  });
}
