import type { Source } from '../rule';

/**
 * Where a right is needed. `machine`: each virtual machine meant; `group`: the resource group that takes what is made; `disk-group`: the one
 * that the restored disks are in, which need not be that of their machine; `network`: the subnet it is put into; the key vaults by how they grant access: any of them, those with access policies, those with Azure RBAC; `guard`: the
 * Resource Guard of the vault, where it has one that protects what is done, and `guarded-vault` the vault itself then.
 */
export type Place =
  | 'vault'
  | 'subscription'
  | 'machine'
  | 'group'
  | 'disk-group'
  | 'network'
  | 'storage-account'
  | 'key-vault'
  | 'policy-key-vault'
  | 'role-key-vault'
  | 'guard'
  | 'guarded-vault';

/** Who judges: Resource Manager, the data plane by Azure RBAC, or the access policies of a key vault. */
export type Plane = 'control' | 'data' | 'access-policy';

/** One thing a person must be allowed to do; `action` is Azure's word or, for access policies, `secrets/get`. */
export interface Need {
  place: Place;
  plane: Plane;
  action: string;
}

export interface StepShape {
  /** Kebab case; the key of the texts shown for the step. */
  id: string;
  journey: 'backup' | 'restore';
  needs: readonly Need[];
  source: Source;
}
