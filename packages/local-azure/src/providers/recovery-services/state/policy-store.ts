import type { ArmCall } from '../../../arm/route';
import { ArmError } from '../../../arm/route';
import type { World } from '../../../world/world';
import { vaultKey } from '../names';
import type { Policy } from './policy-model';
import { param } from '../wire';

const policies = (world: World) => world.documents<Policy>('backup-policies');
const keyOf = (vaultId: string, name: string) => vaultKey(vaultId) + name.toLowerCase();

/** Adds or replaces it. */
export function savePolicy(world: World, policy: Policy): void {
  policies(world).put(keyOf(policy.vaultId, policy.name), policy);
}

/** By its name, in any case. */
export function findPolicy(world: World, vaultId: string, name: string): Policy | undefined {
  return policies(world).get(keyOf(vaultId, name));
}

/** By name. */
export function policiesOfVault(world: World, vaultId: string): Policy[] {
  return policies(world).list(vaultKey(vaultId));
}

/** That no item follows it was looked at before. */
export function removePolicy(world: World, policy: Policy): void {
  policies(world).delete(keyOf(policy.vaultId, policy.name));
}

/** Forgets the policies of a vault that is gone. */
export function forgetPolicies(world: World, vaultId: string): void {
  for (const policy of policiesOfVault(world, vaultId)) removePolicy(world, policy);
}

/** The policy a path names. @throws 404 BMSUserErrorPolicyNotFound */
export function policyOfCall(call: ArmCall, vaultId: string): Policy {
  const name = param(call, 'policyName');
  const policy = findPolicy(call.world, vaultId, name);
  if (!policy) throw new ArmError(404, 'BMSUserErrorPolicyNotFound', `The backup policy '${name}' was not found in the vault.`);
  return policy;
}
