import { oc } from '@orpc/contract';
import * as z from 'zod';
import { sameName, subscriptionOf } from '@tresor/support-matrix';
import { edition, policyName, vaultPath, vmId } from './ids';

/**
 * Where one machine stands: `waiting` → `validating` → `enabling` → `protected`, or `refused` (by a rule or by Azure, nothing was
 * changed), `failed` (Azure accepted and then failed), `unknown` (no answer; Azure is looked at until `checkedUntil`), `not-started` (nothing was
 * begun; it may be tried again).
 */
export const protectionState = z.enum(['waiting', 'validating', 'enabling', 'protected', 'refused', 'failed', 'unknown', 'not-started']);

const protectionResult = z.strictObject({
  vmId: z.string(),
  vmName: z.string(),
  state: protectionState,
  /** Id of a rule of the support matrix, where one refused. */
  ruleId: z.string().nullable(),
  /** Azure's code, message and recommendation, where Azure refused or failed. */
  azureCode: z.string().nullable(),
  azureMessage: z.string().nullable(),
  recommendation: z.string().nullable(),
  /** Id of the ConfigureBackup job once Azure names it. */
  jobId: z.string().nullable(),
  /** By Azure's clock; where the machine is `unknown`. */
  checkedUntil: z.iso.datetime().nullable(),
});

export const protectionBatch = z.strictObject({
  batchId: z.uuid(),
  policyName: z.string(),
  startedAt: z.iso.datetime(),
  /** True once no machine is waiting, validating, enabling or unknown. */
  finished: z.boolean(),
  results: z.array(protectionResult),
});

const isOfSubscription = (id: string, subscription: string) => sameName(subscriptionOf(id), subscription);

const ofVault = '/vaults/{subscriptionId}/{resourceGroup}/{vaultName}/protection';

/**
 * PUT …/protection/{batchId}: protects the machines with the policy. The batch id is the idempotency key, made by the browser:
 * the same id with the same body answers the batch as it stands and starts nothing; with another body `idempotency-key-reused`. The
 * machines are those of the vault's subscription. Fails with `policy-gone` where the vault has no such policy any more.
 */
export const enableProtection = oc
  .route({ method: 'PUT', path: `${ofVault}/{batchId}`, successStatus: 202 })
  .input(
    z
      .strictObject({
        ...vaultPath.shape,
        batchId: z.uuid(),
        edition,
        policyName,
        vmIds: z.array(vmId).min(1).max(1000),
      })
      .refine(({ subscriptionId, vmIds }) => vmIds.every((id) => isOfSubscription(id, subscriptionId)), { path: ['vmIds'] }),
  )
  .output(protectionBatch);

/** GET …/protection/{batchId}: the batch as it stands; asking also resumes one that an ended process left behind. */
export const getProtection = oc
  .route({ method: 'GET', path: `${ofVault}/{batchId}` })
  .input(z.strictObject({ ...vaultPath.shape, batchId: z.uuid() }))
  .output(protectionBatch);

/** POST …/protection/{batchId}/retry: tries the refused and failed machines of the batch again, the protected ones never. */
export const retryProtection = oc
  .route({ method: 'POST', path: `${ofVault}/{batchId}/retry`, successStatus: 202 })
  .input(z.strictObject({ ...vaultPath.shape, batchId: z.uuid() }))
  .output(protectionBatch);

export type ProtectionState = z.infer<typeof protectionState>;
export type ProtectionResult = z.infer<typeof protectionResult>;
export type ProtectionBatch = z.infer<typeof protectionBatch>;
