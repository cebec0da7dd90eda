import { oc } from '@orpc/contract';
import * as z from 'zod';
import { vaultPath } from './ids';

export const item = z.strictObject({
  /** ARM id of the protected item. */
  id: z.string(),
  vmId: z.string(),
  name: z.string(),
  resourceGroup: z.string(),
  /** Azure's word: IRPending, Protected, ProtectionError, ProtectionStopped … */
  protectionState: z.string(),
  lastBackupStatus: z.string().nullable(),
  lastBackupTime: z.iso.datetime().nullable(),
  latestRecoveryPoint: z.iso.datetime().nullable(),
  policyName: z.string().nullable(),
});

/** GET …/items: the protected Azure VMs of the vault. */
export const listItems = oc
  .route({ method: 'GET', path: '/vaults/{subscriptionId}/{resourceGroup}/{vaultName}/items' })
  .input(vaultPath)
  .output(z.array(item));

export type Item = z.infer<typeof item>;
