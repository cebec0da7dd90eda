import { subnetId, vmId, type MachineDraft, type VaultPath, type VmId } from '@tresor/contracts';
import { Problem } from '../../../problem';

/** Restored machines stand in the subscription of the vault. */
export const groupIdOf = ({ subscriptionId }: VaultPath, { group }: Pick<MachineDraft, 'group'>) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${group}`;

export const machineIdOf = (vault: VaultPath, draft: Pick<MachineDraft, 'group' | 'name'>): VmId =>
  vmId.parse(`${groupIdOf(vault, draft)}/providers/Microsoft.Compute/virtualMachines/${draft.name}`);

/** @throws Problem where the id is none of a subnet of the vault's subscription */
export function requireSubnet({ subscriptionId }: VaultPath, { subnetId: id }: MachineDraft): void {
  const [, , found = ''] = subnetId.safeParse(id).data?.split('/') ?? [];
  if (found.toLowerCase() !== subscriptionId.toLowerCase()) throw new Problem('invalid-request', { fields: ['machine.subnetId'] });
}
