import type { RestoreCommand, VaultPath } from '@tresor/contracts';
import { isResourceGroupName, isVmId } from '../api/known-ids';
import { chainKeyVaults } from '../azure/key-chain/chain-key-vaults';
import { useLacks } from '../azure/rights/use-lacks';
import type { OpenRestore } from './attention-of';

/** Whether the next command of a restore is known to be out of a person’s reach; keys also come back into a new key vault. */
export function useLacksCommand(
  vault: VaultPath,
  { targetGroup, keyChain, machineId }: OpenRestore['found'],
  command: RestoreCommand | null,
): boolean {
  const groups = [targetGroup ?? ''].filter(isResourceGroupName);
  const ofKeys = command === 'restore-keys';
  const step = command === 'protect' ? 'enable-backup' : (command ?? undefined);
  const lacks = useLacks(vault, step, {
    diskGroups: groups,
    vmIds: [machineId.state === 'known' ? (machineId.value ?? '') : ''].filter(isVmId),
    keyVaultIds: ofKeys ? chainKeyVaults(keyChain) : [],
  });
  const lacksNew = useLacks(vault, ofKeys && lacks ? 'create-key-vault' : undefined, { groups });
  return lacks && (lacksNew || !ofKeys);
}
