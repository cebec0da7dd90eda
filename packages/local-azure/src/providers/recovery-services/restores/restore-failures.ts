import type { JobError } from '../state/job-store';

/** What can go wrong with a restore that was accepted. Numbers and codes are not published by Azure. */
export const stagingGone: JobError = {
  errorCode: 400180,
  errorTitle: 'UserErrorStagingStorageAccountNotAccessible',
  errorString: 'Storage service is not authorized to access resources in your subscription, or the storage account cannot be reached.',
  recommendations: ['Make sure that the storage account exists, is online and lets Azure Backup in, then restore again.'],
};

export const targetGone: JobError = {
  errorCode: 400181,
  errorTitle: 'UserErrorTargetResourceGroupNotFound',
  errorString: 'The target resource group of the restore does not exist any more.',
  recommendations: ['Restore again into another resource group.'],
};

/** That it fails is published, its code is not. */
export const snapshotOutdated: JobError = {
  errorCode: 400182,
  errorTitle: 'UserErrorSnapshotRestoreAfterKeyRotation',
  errorString: 'The snapshot cannot be restored because the key of the encrypted virtual machine was rotated after it had been taken.',
  recommendations: ['Restore a recovery point that was moved to the vault.'],
};
