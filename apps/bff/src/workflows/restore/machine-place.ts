import { vmId, type MachineDraft, type VaultPath, type VmId } from '@tresor/contracts';
import { Problem } from '../../problem';

/** Restored machines stand in the subscription of the vault. */
export const groupIdOf = ({ subscriptionId }: VaultPath, { group }: Pick<MachineDraft, 'group'>) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${group}`;

export const machineIdOf = (vault: VaultPath, draft: Pick<MachineDraft, 'group' | 'name'>): VmId =>
  vmId.parse(`${groupIdOf(vault, draft)}/providers/Microsoft.Compute/virtualMachines/${draft.name}`);

const SUBNET =
  /^\/subscriptions\/([0-9a-f-]{36})\/resourceGroups\/(?![^/]*\.\/)[\p{L}\p{N}_().-]{1,90}\/providers\/Microsoft\.Network\/virtualNetworks\/\w[\w.-]{0,79}\/subnets\/\w[\w.-]{0,79}$/iu;

/** @throws Problem where the id is none of a subnet of the vault's subscription */
export function requireSubnet({ subscriptionId }: VaultPath, { subnetId }: MachineDraft): void {
  const found = SUBNET.exec(subnetId)?.[1];
  if (found?.toLowerCase() !== subscriptionId.toLowerCase()) throw new Problem('invalid-request', { fields: ['machine.subnetId'] });
}
