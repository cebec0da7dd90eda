import { isResourceGroupName, isSubscriptionId } from '../../../api/known-ids';
import type { NewVaultDraft } from '../../../kept/new-vault-draft';
import { useBarredFrom } from '../../../azure/rights/use-barred';

/** Why the signed-in person may not make the vault of a form; undefined while nothing is known to be missing. */
export function useMayCreate({ subscriptionId, isNewGroup, group }: NewVaultDraft): string | undefined {
  const groups = !isNewGroup && isResourceGroupName(group) ? [group] : [];
  const barred = useBarredFrom(
    isSubscriptionId(subscriptionId) ? { subscriptionId, vault: null, groups, wholeSubscription: groups.length === 0 } : undefined,
  );
  return (isNewGroup ? barred('create-group') : undefined) ?? barred('create-vault');
}
