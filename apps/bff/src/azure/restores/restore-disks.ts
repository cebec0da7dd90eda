import type { ItemPath } from '@tresor/contracts';
import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { vaultIdOf } from '../connection/arm-id';
import { armUrl } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { clients } from '../connection/clients';
import { jobOfAccepted } from '../items/item-commands';
import { itemArguments } from '../items/item-place';
import type { KeyUrls } from '../keys/read-chain';
import { sendUrl } from '../connection/read-url';
import { UpstreamFailure } from '../connection/upstream-failure';

const VERSION = 'api-version=2023-06-01';

/** What is to be restored, and where to. Without a group the disks are left as VHDs in the storage account. */
export interface DiskRestore {
  path: ItemPath;
  /** The machine, as the item names it. */
  vmId: string;
  pointId: string;
  region: string;
  storageAccountId: string;
  targetGroup: string | null;
  /** Whether unmanaged disks are to come back as managed ones, which Azure does where it is told so. */
  asManaged: boolean;
  keys: KeyUrls | null;
  /** The data disks that come back beside the system's, by their LUNs; null: all. Of an encrypted machine Azure restores all or nothing. */
  luns: number[] | null;
}

export function requestOf({ path, vmId, pointId, region, storageAccountId, targetGroup, asManaged, keys, luns }: DiskRestore) {
  return {
    objectType: 'IaasVMRestoreRequest',
    recoveryPointId: pointId,
    recoveryType: 'RestoreDisks',
    sourceResourceId: vmId,
    storageAccountId,
    region,
    createNewCloudService: false,
    originalStorageAccountOption: false,
    ...(luns && { restoreDiskLunList: luns }),
    ...(targetGroup !== null && { targetResourceGroupId: `/subscriptions/${path.subscriptionId}/resourceGroups/${targetGroup}` }),
    ...(asManaged && { restoreWithManagedDisks: true }),
    ...(keys && {
      encryptionDetails: {
        encryptionEnabled: true,
        secretKeyUrl: keys.secretUrl,
        secretKeyVaultId: keys.secretVaultId,
        ...(keys.key && { kekUrl: keys.key.keyUrl, kekVaultId: keys.key.keyVaultId }),
      },
    }),
  };
}

export function pointIdOf({ path, pointId }: DiskRestore): string {
  const [, , fabric, container, item] = itemArguments(path);
  return `${vaultIdOf(path)}/backupFabrics/${fabric}/protectionContainers/${container}/protectedItems/${item}/recoveryPoints/${pointId}`;
}

const verdictBody = z.object({
  validateOperationResponse: z
    .object({ validationResults: z.array(z.object({ code: z.string().nullish(), message: z.string().nullish() })).nullish() })
    .nullish(),
});

/** Azure's own check before restoring. Changes nothing. @throws UpstreamFailure as the restore itself would be refused */
export async function validateRestore(session: AzureSession, restore: DiskRestore): Promise<void> {
  const answer = await sendUrl(session, 'read', clients.arm(session), {
    method: 'POST',
    url: armUrl(session, `${vaultIdOf(restore.path)}/backupValidateOperation`, VERSION),
    body: {
      id: pointIdOf(restore),
      properties: { objectType: 'ValidateIaasVMRestoreOperationRequest', restoreRequest: requestOf(restore) },
    },
  });
  const [refusal] = expectBody(verdictBody, answer.body).validateOperationResponse?.validationResults ?? [];
  if (refusal)
    throw new UpstreamFailure('refused', {
      status: 400,
      azureCode: refusal.code ?? undefined,
      azureMessage: refusal.message ?? undefined,
    });
}

/** Tells Azure to restore the disks, once. The SDK would poll by itself; here its first answer is all that counts. */
export async function triggerRestore(session: AzureSession, restore: DiskRestore, requestId: string): Promise<string | null> {
  const answer = await sendUrl(session, 'once', clients.arm(session), {
    method: 'POST',
    url: armUrl(session, `${pointIdOf(restore)}/restore`, VERSION),
    body: { properties: requestOf(restore) },
    requestId,
  });
  return jobOfAccepted(session, restore.path, answer);
}
