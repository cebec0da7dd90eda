import { oc } from '@orpc/contract';
import * as z from 'zod';
import { edition, estateScope, keyVaultId, keyVaultPath } from './ids';
import { MOST_KEY_VAULTS } from './limits';
import { policiesInTheWay } from './policies-in-the-way';

/** Application id of the Backup service; null in a cloud for which none is published: there it goes by its name. */
export const serviceAppId = z.string().nullable();

/** The permissions a Key Vault access policy or role can give that matter here. */
export const keyVaultPermission = z.enum(['keys/get', 'keys/list', 'keys/backup', 'secrets/get', 'secrets/list', 'secrets/backup']);

/** By when access that was given lately counts everywhere in Azure at the latest; null where none was. */
const takesEffectBy = z.iso.datetime().nullable();

export const keyVaultAccess = z.strictObject({
  id: z.string(),
  name: z.string(),
  location: z.string().nullable(),
  /**
   * `unreadable`: the signed-in user may not read the key vault; `missing`: it does not exist;
   * `unknown`: the Backup service's identity could not be looked up.
   */
  state: z.enum(['granted', 'lacking', 'unreadable', 'missing', 'unknown']),
  model: z.enum(['access-policy', 'rbac']).nullable(),
  held: z.array(keyVaultPermission),
  lacking: z.array(keyVaultPermission),
  takesEffectBy,
  enabledForDiskEncryption: z.boolean().nullable(),
});

/** POST /key-vault-access: whether the Backup Management Service may read what the edition asks for, per key vault. */
export const readKeyVaultAccess = oc
  .route({ method: 'POST', path: '/key-vault-access' })
  .input(z.strictObject({ edition, keyVaultIds: z.array(keyVaultId).min(1).max(MOST_KEY_VAULTS), needsKeys: z.boolean() }))
  .output(z.array(keyVaultAccess));

/** A key vault as Resource Graph tells of it. */
export const listedKeyVault = z.strictObject({
  id: keyVaultId,
  name: z.string(),
  location: z.string(),
  model: z.enum(['access-policy', 'rbac']),
  enabledForDiskEncryption: z.boolean(),
  /** Whether nobody can purge it, once deleted, before its time. */
  purgeProtection: z.boolean(),
});

/** GET /key-vaults: those of every subscription the user may see. */
export const listAllKeyVaults = oc.route({ method: 'GET', path: '/key-vaults' }).input(estateScope).output(z.array(listedKeyVault));

/** What gives the Backup service access to one key vault. */
export const serviceAccess = z.strictObject({
  /** The words of its own access policy, in lower case and in order; null without one. */
  policy: z.strictObject({ keys: z.array(z.string()), secrets: z.array(z.string()), others: z.array(z.string()) }).nullable(),
  /** The roles it holds at the key vault or above; `scope` is where. */
  roles: z.array(z.strictObject({ assignment: z.string(), name: z.string(), scope: z.string(), custom: z.boolean() })),
});

/** The ways to give access: words of an access policy, a role of exactly the data actions, or Azure's own role, which gives more. */
export const grantWay = z.enum(['access-policy', 'custom-role', 'built-in-role']);

/** Somebody who signed in. */
export const person = z.strictObject({ name: z.string(), username: z.string() });

/** An access that was given here: by whom, when, what, and what there was before and after. */
export const grant = z.strictObject({
  grantId: z.string(),
  by: person,
  at: z.iso.datetime(),
  way: grantWay,
  permissions: z.array(keyVaultPermission),
  roleName: z.string().nullable(),
  before: serviceAccess,
  after: serviceAccess.nullable(),
  undone: z.strictObject({ by: person, at: z.iso.datetime() }).nullable(),
  takesEffectBy,
  /** `changed`: what it gave is not as it left it, so that undoing it would undo the work of others; `uncertain`: Azure gave no answer. */
  undo: z.enum(['possible', 'changed', 'undone', 'uncertain']),
});

export const keyVaultDetails = z.strictObject({
  location: z.string(),
  model: z.enum(['access-policy', 'rbac']),
  enabledForDiskEncryption: z.boolean(),
  /** Who passes its firewall: everybody, Microsoft's own services besides some networks, or not even they. */
  network: z.enum(['open', 'trusted-services', 'closed']),
  /** Object id of the Backup service in the directory; null where it could not be looked up. */
  serviceId: z.string().nullable(),
  /** Null where the user may not see it. */
  access: serviceAccess.nullable(),
  held: z.array(keyVaultPermission),
  takesEffectBy,
  /** How many access policies are for others; they are never touched. */
  otherPolicies: z.int(),
  /** What the signed-in user lacks for giving access, and for defining a role for it; empty where nothing is missing. */
  missingToGrant: z.array(z.string()),
  missingToDefineRole: z.array(z.string()),
  /** Changes with everything that a grant is based on. */
  stamp: z.string(),
  /** Newest first. */
  grants: z.array(grant),
});

/** A key vault as the user sees it; `details` are null where it cannot be read. */
export const keyVaultView = z.strictObject({
  id: z.string(),
  name: z.string(),
  state: z.enum(['there', 'unreadable', 'missing']),
  serviceAppId,
  details: keyVaultDetails.nullable(),
});

const ofKeyVault = '/key-vaults/{subscriptionId}/{resourceGroup}/{keyVaultName}';

/** GET …/key-vaults/…: the key vault and what the Backup service may do there. */
export const getKeyVault = oc.route({ method: 'GET', path: ofKeyVault }).input(keyVaultPath).output(keyVaultView);

/** What is given to the Backup service, and how. */
const wantedGrant = { way: grantWay, permissions: z.array(keyVaultPermission).min(1) };

/** POST …/grants/policies/check: which policies forbid a grant. */
export const checkGrantPolicies = oc
  .route({ method: 'POST', path: `${ofKeyVault}/grants/policies/check` })
  .input(z.strictObject({ ...keyVaultPath.shape, ...wantedGrant }))
  .output(policiesInTheWay);

/**
 * PUT …/grants/{grantId}: gives the Backup service what it lacks of the permissions, once for an id made by the browser. `stamp`: what
 * was looked at; where it has changed since, nothing is done.
 */
export const grantAccess = oc
  .route({ method: 'PUT', path: `${ofKeyVault}/grants/{grantId}` })
  .input(
    z.strictObject({
      ...keyVaultPath.shape,
      grantId: z.uuid(),
      ...wantedGrant,
      stamp: z.string().max(100),
    }),
  )
  .output(grant);

/** POST …/grants/{grantId}/undo: restores exactly what there was before, unless somebody changed it since. */
export const undoGrant = oc
  .route({ method: 'POST', path: `${ofKeyVault}/grants/{grantId}/undo` })
  .input(z.strictObject({ ...keyVaultPath.shape, grantId: z.uuid() }))
  .output(grant);

export type ListedKeyVault = z.infer<typeof listedKeyVault>;
export type ServiceAccess = z.infer<typeof serviceAccess>;
export type GrantWay = z.infer<typeof grantWay>;
export type Grant = z.infer<typeof grant>;
export type KeyVaultView = z.infer<typeof keyVaultView>;
export type KeyVaultDetails = z.infer<typeof keyVaultDetails>;
export type KeyVaultPermission = z.infer<typeof keyVaultPermission>;
export type KeyVaultAccess = z.infer<typeof keyVaultAccess>;
