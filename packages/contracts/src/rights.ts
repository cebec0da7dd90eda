import { oc } from '@orpc/contract';
import { STEPS } from '@tresor/support-matrix';
import * as z from 'zod';
import { keyVaultId, resourceGroupName, storageAccountId, subnetId, subscriptionId, vaultName, vmId } from './ids';
import { MOST_KEY_VAULTS } from './limits';

const stepId = z.enum(STEPS.map(({ id }) => id));

/** One right that a step needs; `asked`: at how many places of the kind it was looked for, `missingAt`: ARM ids where it is missing. */
const stepNeed = z.strictObject({
  place: z.enum([
    'vault',
    'subscription',
    'machine',
    'group',
    'disk-group',
    'network',
    'storage-account',
    'key-vault',
    'policy-key-vault',
    'role-key-vault',
    'guard',
    'guarded-vault',
  ]),
  plane: z.enum(['control', 'data', 'access-policy']),
  action: z.string(),
  asked: z.int(),
  missingAt: z.array(z.string()),
  /**
   * Where a group of the user's may hold it, and the directory does not tell which groups those are. For a `guard` the vault, while the Backup
   * service of its region does not tell whether it has one.
   */
  hiddenAt: z.array(z.string()),
  /** Names of the groups through which alone the user holds it. */
  groups: z.array(z.string()),
});

/** What is missing at one place, and the smallest built-in roles that would give it; none where no role can. */
export const missingRights = z.strictObject({
  scope: z.string(),
  actions: z.array(z.string()),
  roles: z.array(z.string()),
  /** Roles that would give it and that the user may activate in Privileged Identity Management, each with where. */
  eligible: z.array(z.strictObject({ role: z.string(), scope: z.string() })),
  /** By when all of it counts at the latest, where roles that were given a moment ago hold it; null where none do. */
  takesEffectBy: z.iso.datetime().nullable(),
  /**
   * What gives it to somebody whose rights come of a delegation by Azure Lighthouse: the smallest built-in roles that one can hold. `never`: those of
   * the actions that no delegation gives, so that somebody of the customer has to do it. A delegation holds no Owner, no role with data actions
   * and none that lets somebody give or take roles (but User Access Administrator, for managed identities alone).
   * Source: https://learn.microsoft.com/azure/lighthouse/concepts/tenants-users-roles#role-support-for-azure-lighthouse
   */
  delegable: z.strictObject({ roles: z.array(z.string()), never: z.array(z.string()) }),
});

export const stepRights = z.strictObject({ step: stepId, needs: z.array(stepNeed), missing: z.array(missingRights) });

/**
 * POST …/rights: what the signed-in user may do, per step of both journeys, at the places named. Of kinds of places that are not named
 * nothing is said, unless the whole subscription is meant: then it stands for vault, machines, groups, subnets and storage accounts. Nothing is
 * changed; POST because ids are long.
 */
export const readRights = oc
  .route({ method: 'POST', path: '/subscriptions/{subscriptionId}/rights' })
  .input(
    z.strictObject({
      subscriptionId,
      vault: z.strictObject({ resourceGroup: resourceGroupName, vaultName }).nullable(),
      vmIds: z.array(vmId).max(1_000),
      groups: z.array(resourceGroupName).max(20),
      /** Those that restored disks are in; `groups` take what is made. */
      diskGroups: z.array(resourceGroupName).max(20),
      subnetIds: z.array(subnetId).max(20),
      storageAccountIds: z.array(storageAccountId).max(20),
      keyVaultIds: z.array(keyVaultId).max(MOST_KEY_VAULTS),
      wholeSubscription: z.boolean(),
    }),
  )
  .output(z.array(stepRights));

export type StepNeed = z.infer<typeof stepNeed>;
export type StepRights = z.infer<typeof stepRights>;
export type MissingRights = z.infer<typeof missingRights>;
