import { oc } from '@orpc/contract';
import * as z from 'zod';
import { itemPath } from './items';
import { MOST_LOOKED_AT } from './limits';
import { keyChain, verdictReason } from './recovery-points';
import { restoreScriptValues } from './restore-script';

const { location, serviceAppId, heldKeys, machine } = restoreScriptValues.shape;

/**
 * Why no script brings a machine back. `isolated`: only the run makes the network that it is isolated in; `same-name`: the disks of another
 * one could not be told from its; `no-size`, `no-system`, `no-keys`: the backup does not tell; the others as in an outlook.
 */
const recoveryScriptGap = z.enum([
  'isolated',
  'no-point',
  'blocked',
  'no-storage-account',
  'no-subnet',
  'group-missing',
  'no-policy',
  'same-name',
  'no-size',
  'size-not-offered',
  'no-system',
  'no-keys',
]);

/** What a script that brings a machine of a plan back is filled with: names, ids and versioned URLs. Nothing here opens anything. */
export const recoveryScriptMachine = z.discriminatedUnion('state', [
  /** `reasons`: of a point that nothing can be made of. */
  z.strictObject({ state: z.literal('left-out'), item: itemPath, gap: recoveryScriptGap, reasons: z.array(verdictReason) }),
  z.strictObject({
    state: z.literal('ready'),
    item: itemPath,
    /** Whether the old machine stands where the new one goes: then the script leaves it alone. */
    isThere: z.boolean(),
    location,
    serviceAppId,
    pointId: z.string(),
    osType: z.enum(['Windows', 'Linux']),
    pass: z.enum(['single', 'dual']),
    storageAccountId: z.string(),
    /** Group of the managed disks; null: VHDs in the storage account. */
    targetGroup: z.string().nullable(),
    /** Null: not encrypted. `keyVaultId`: ARM id of the key vault for what comes from the backup; null: where it was. */
    keys: z.strictObject({ chain: keyChain, held: heldKeys.unwrap(), keyVaultId: z.string().nullable() }).nullable(),
    machine: machine.unwrap(),
    policyName: z.string(),
  }),
]);

/** POST /recovery-plans/{planId}/script-values: what scripts of some machines of a plan are filled with, by what Azure shows now. */
export const readRecoveryScriptValues = oc
  .route({ method: 'POST', path: '/recovery-plans/{planId}/script-values' })
  .input(z.strictObject({ planId: z.uuid(), items: z.array(itemPath).min(1).max(MOST_LOOKED_AT) }))
  .output(z.array(recoveryScriptMachine));

export type RecoveryScriptGap = z.infer<typeof recoveryScriptGap>;
export type RecoveryScriptMachine = z.infer<typeof recoveryScriptMachine>;
