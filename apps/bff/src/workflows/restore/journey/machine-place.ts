import { subnetId, vmId, type ItemPath, type MachineDraft, type VaultPath, type VmId } from '@tresor/contracts';
import { guidFor } from '../../../guid-for';
import { Problem } from '../../../problem';

/** Restored machines stand in the subscription of the vault. */
export const groupIdOf = ({ subscriptionId }: VaultPath, { group }: Pick<MachineDraft, 'group'>) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${group}`;

export const machineIdOf = (vault: VaultPath, draft: Pick<MachineDraft, 'group' | 'name'>): VmId =>
  vmId.parse(`${groupIdOf(vault, draft)}/providers/Microsoft.Compute/virtualMachines/${draft.name}`);

/**
 * What the names of a machine's interface and address begin with: the same whatever the machine is called, so that a second attempt uses what the
 * first one made; 55: the names made of it have 80 letters at most.
 */
export function ownNameOf(of: { item: ItemPath; jobId: string }, { group, subnetId, publicIp }: MachineDraft): string {
  const draft = guidFor(`${of.jobId} ${group} ${subnetId} ${String(publicIp)}`.toLowerCase());
  return `${of.item.vmName.slice(0, 55)}-${of.jobId.slice(0, 8)}-${draft.slice(0, 8)}`;
}

/** @throws Problem where the id is none of a subnet of the vault's subscription */
export function requireSubnet({ subscriptionId }: VaultPath, { subnetId: id }: MachineDraft): void {
  const [, , found = ''] = subnetId.safeParse(id).data?.split('/') ?? [];
  if (found.toLowerCase() !== subscriptionId.toLowerCase()) throw new Problem('invalid-request', { fields: ['machine.subnetId'] });
}
