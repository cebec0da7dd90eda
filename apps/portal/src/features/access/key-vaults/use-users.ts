import { useQuery } from '@tanstack/react-query';
import type { SubscriptionId, VirtualMachine } from '@tresor/contracts';
import { virtualMachinesQuery } from '../../../api/virtual-machines-query';

const NONE: readonly VirtualMachine[] = [];

const isIn = (id: string) => (machine: VirtualMachine) =>
  machine.encryption.keyVaultIds.some((keyVaultId) => keyVaultId.toLowerCase() === id.toLowerCase());

/** The machines of a subscription that have keys or secrets in a key vault, and those of them that have a KEK. */
export function useUsers(subscriptionId: SubscriptionId, keyVaultId: string) {
  const { data, isPending } = useQuery(virtualMachinesQuery(subscriptionId));
  const machines = (data?.rows ?? NONE).filter(isIn(keyVaultId));
  return { machines, withKek: machines.filter(({ encryption }) => encryption.kind === 'bek-kek'), isPending };
}
