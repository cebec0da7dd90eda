import { list, record, text } from '../../../world/json';

/** What a restore asks for. */
export interface RestoreRequest {
  recoveryType: string;
  storageAccountId: string;
  targetResourceGroupId?: string;
  /** Whether unmanaged disks are to come back as managed ones. */
  asManaged: boolean;
  /** A new machine and where it goes, where a whole one is restored. */
  targetVirtualMachineId?: string;
  virtualNetworkId?: string;
  subnetId?: string;
  /** Data disks to restore besides the system's: none when the list is empty, all when there is none. */
  luns?: number[];
}

/** IaasVMRestoreRequest as it was sent; what is missing is judged later, with what is restored. */
export function readRestoreRequest(given: unknown): RestoreRequest {
  const body = record(given);
  const named = (name: 'targetResourceGroupId' | 'targetVirtualMachineId' | 'virtualNetworkId' | 'subnetId') =>
    text(body[name]) ? { [name]: text(body[name]) } : {};
  return {
    recoveryType: text(body['recoveryType']) ?? 'Invalid',
    storageAccountId: text(body['storageAccountId']) ?? '',
    asManaged: body['restoreWithManagedDisks'] === true,
    ...(Array.isArray(body['restoreDiskLunList']) && { luns: list(body['restoreDiskLunList']).map(Number) }),
    ...named('targetResourceGroupId'),
    ...named('targetVirtualMachineId'),
    ...named('virtualNetworkId'),
    ...named('subnetId'),
  };
}
