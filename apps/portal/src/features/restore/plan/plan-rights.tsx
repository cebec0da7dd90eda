import { useQuery } from '@tanstack/react-query';
import type { PlanAnswers, Restore, VaultPath } from '@tresor/contracts';
import type { StepId } from '@tresor/support-matrix';
import { isKeyVaultId, isResourceGroupName, isStorageAccountId, isSubnetId } from '../../../api/known-ids';
import { storageAccountsQuery } from '../../../api/restore-queries';
import { useBarred } from '../../../azure/rights/use-barred';
import { useEdition } from '../../../kept/edition';
import { chainKeyVaults } from '../../../azure/key-chain/chain-key-vaults';

interface PlanRightsProps {
  path: VaultPath;
  restore: Restore;
  answers: PlanAnswers;
  lacking: readonly StepId[];
}

/** Of the rights that a plan lacks: where, the smallest role that has them, and whether it only has to be activated. */
export function PlanRights({ path, restore, answers: { machine, keys }, lacking }: PlanRightsProps) {
  const answered = keys?.way === 'restore' ? [keys.keyVaultId].filter(isKeyVaultId) : [];
  const keyVaultIds = keys === null ? chainKeyVaults(restore.keyChain) : answered;
  const diskGroups = [restore.targetGroup].filter(isResourceGroupName);
  const barred = useBarred(path, {
    groups: [machine.group, ...(keys?.way === 'create' ? [keys.group] : [])].filter(isResourceGroupName),
    diskGroups,
    subnetIds: [machine.subnetId].filter(isSubnetId),
    keyVaultIds,
  });
  const edition = useEdition();
  const accounts = useQuery({ ...storageAccountsQuery(path, edition), enabled: lacking.includes('remove-leftovers') });
  const accountIds = accounts.data?.filter(({ name }) => name === restore.storageAccountName).map(({ id }) => id) ?? [];
  const barredFromRemoving = useBarred(path, { diskGroups, storageAccountIds: accountIds.filter(isStorageAccountId) });
  const wordsOf = (step: StepId) => (step === 'remove-leftovers' ? barredFromRemoving : barred)(step);
  const words = [...new Set(lacking.flatMap((step) => wordsOf(step) ?? []))];
  return words.map((one) => <p key={one}>{one}</p>);
}
