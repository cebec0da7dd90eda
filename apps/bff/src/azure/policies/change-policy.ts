import type { Policy, SeenPolicy, VaultPath } from '@tresor/contracts';
import { isWeakerPolicy } from '@tresor/support-matrix';
import { Problem } from '../../problem';
import { expectBody } from '../connection/answer';
import { vaultIdOf } from '../connection/arm-id';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { requireAccepted } from '../items/item-commands';
import { listItems } from '../items/items';
import { withApproval, type Approval } from '../vaults/resource-guard';
import { policyBody } from './policy-body';
import { getPolicy, putPolicy } from './policy-calls';
import { toPolicy } from './read-policy';
import { isAs } from './same-terms';
import { besidesTerms, fromTerms, type PolicyTerms } from './write-policy';

export interface PolicyChange {
  policyName: string;
  before: SeenPolicy;
  after: PolicyTerms;
}

/** Changes a policy that is still as it was seen; one that is as wanted already is left alone. */
export async function updatePolicy(session: AzureSession, path: VaultPath, { policyName, before, after }: PolicyChange): Promise<Policy> {
  const [found, items] = await Promise.all([getPolicy(session, path, policyName), listItems(session, path)]);
  const { name, properties } = expectBody(policyBody, found.body);
  const present = toPolicy({ name, properties }, items.filter((item) => item.policyName?.toLowerCase() === name.toLowerCase()).length);
  if (isAs(present, after)) return present;
  if (!isAs(present, before)) throw new Problem('policy-changed');
  const put = (approval: Approval) =>
    putPolicy(session, path, name, { properties: { ...besidesTerms(properties), ...fromTerms(after, session.now()), ...approval } });
  const accepted = await (isWeakerPolicy(after, before) ? withApproval(session, path, 'weaken-policy', put) : put({}));
  // Where items follow it, Azure brings them up to date afterwards.
  await requireAccepted(session, path, accepted);
  return { ...present, ...after };
}

/** Azure refuses while items follow the policy, and takes one that is gone for deleted. */
export async function deletePolicy(session: AzureSession, path: VaultPath, policyName: string): Promise<{ deleted: true }> {
  await callArm(session, 'idempotent-write', 'DELETE', `${vaultIdOf(path)}/backupPolicies/${policyName}`, '2023-02-01');
  return { deleted: true };
}
