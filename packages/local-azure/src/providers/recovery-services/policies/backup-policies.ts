import type { ArmAnswer, ArmCall } from '../../../arm/route';
import type { World } from '../../../world/world';
import { asksForVirtualMachines, filterOf } from '../filter';
import { findItem, itemKeysOfPolicy } from '../state/item-store';
import type { Item } from '../state/item-store';
import { jobsAtWork } from '../state/job-store';
import type { Job } from '../state/job-store';
import { VAULT_TYPE } from '../names';
import { accepted, beginOperation } from '../operations';
import { requireApproval } from '../approval';
import { serviceEdition } from '../backup-service';
import { requireNoLessRetention } from './immutability';
import { isWeaker } from './weaker';
import { readPolicy } from './policy-input';
import type { Policy } from '../state/policy-model';
import { violationOf } from './policy-rules';
import { findPolicy, policiesOfVault, policyOfCall, removePolicy, savePolicy } from '../state/policy-store';
import { startPolicyUpdate } from '../items/configuration';
import { planBackupsOfPolicy } from '../backups/scheduling';
import { vaultOfCall } from '../state/vault-store';
import { badRequest, param, properties } from '../wire';

/** GET of the policies of a vault, by name; there are none but for virtual machines. @throws ArmError 404 without the vault */
export function list(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const filter = filterOf(call, ['backupManagementType', 'fabricName', 'workloadType']);
  const policies = asksForVirtualMachines(filter) ? policiesOfVault(call.world, vault.id) : [];
  return { status: 200, body: { value: policies.map((policy) => view(call.world, policy)) } };
}

/** @throws ArmError 404 */
export function get(call: ArmCall): ArmAnswer {
  return { status: 200, body: view(call.world, policyOfCall(call, vaultOfCall(call).id)) };
}

/** PUT: 200 also for a new policy; 202 when items follow it and must be brought up to date. */
export function put(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const name = param(call, 'policyName');
  if (!/^[A-Za-z][A-Za-z0-9-]{2,149}$/.test(name)) {
    throw badRequest('BMSUserErrorInvalidPolicyInput', 'A policy name has 3 to 150 letters, digits and hyphens and begins with a letter.');
  }
  const wanted = readPolicy(properties(call));
  const violation = violationOf(wanted);
  if (violation) throw badRequest(violation.code, violation.message);
  const before = findPolicy(call.world, vault.id, name);
  if (!before) requireRoom(call.world, vault.id);
  if (before && (before.properties.policyType === 'V2') !== (wanted.policyType === 'V2')) {
    throw badRequest('BMSUserErrorInvalidPolicyInput', 'The type of a policy cannot change between Standard and Enhanced.');
  }
  if (before && itemsOf(call.world, before).length > 0) requireNoLessRetention(vault, wanted, before.properties);
  if (before && isWeaker(wanted, before.properties)) {
    requireApproval(call, vault, 'backupPolicies/write', properties(call)['resourceGuardOperationRequests']);
  }
  const policy: Policy = { vaultId: vault.id, name: before?.name ?? name, properties: wanted };
  return call.world.write(() => {
    savePolicy(call.world, policy);
    planBackupsOfPolicy(call.world, vault.id, policy.name);
    const items = itemsOf(call.world, policy);
    return items.length === 0 ? { status: 200, body: view(call.world, policy) } : update(call, policy, items);
  });
}

const MOST_POLICIES = 200;

/** Source: learn.microsoft.com/azure/backup/backup-azure-backup-faq, of 7 January 2026. The code is not published. @throws 400 */
function requireRoom(world: World, vaultId: string): void {
  if (serviceEdition(world) === '2017-01' || policiesOfVault(world, vaultId).length < MOST_POLICIES) return;
  throw badRequest('BMSUserErrorPolicyLimitReached', `The vault has ${MOST_POLICIES} backup policies already, which is the most it takes.`);
}

function update(call: ArmCall, policy: Policy, items: Item[]): ArmAnswer {
  const jobs = items.map((item) => startPolicyUpdate(call.world, item, call.clientRequestId));
  const jobIds = jobs.map((job) => job.id);
  const { id } = beginOperation(call.world, policy.vaultId, { jobIds, lastsAsLongAsJobs: true });
  const path = `${policy.vaultId}/backupPolicies/${policy.name}`;
  return accepted(call, `${path}/operations/${id}`, `${path}/operationResults/${id}`);
}

/** DELETE of a backup policy: 204 where there is none. @throws ArmError 400 BMSUserErrorPolicyInUse while an item follows it */
export function remove(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const policy = findPolicy(call.world, vault.id, param(call, 'policyName'));
  if (!policy) return { status: 204 };
  const followers = followersOf(call.world, policy);
  if (followers.length > 0) {
    throw badRequest(
      'BMSUserErrorPolicyInUse',
      `The backup policy '${policy.name}' cannot be deleted because items are protected by it: ${followers.join(', ')}.`,
    );
  }
  removePolicy(call.world, policy);
  return { status: 200 };
}

/** The machines whose items follow a policy or are about to. */
function followersOf(world: World, policy: Policy): string[] {
  const isAwaited = ({ details }: Job) => details.policyName?.toLowerCase() === policy.name.toLowerCase();
  const holders = [...itemsOf(world, policy), ...jobsAtWork(world, policy.vaultId).filter(isAwaited)];
  return [...new Set(holders.map(({ vmName }) => vmName))];
}

function itemsOf(world: World, policy: Policy): Item[] {
  return itemKeysOfPolicy(world, policy.vaultId, policy.name).flatMap((key) => findItem(world, key) ?? []);
}

/** A policy as the service answers it. */
export function view(world: World, policy: Policy): unknown {
  return {
    id: `${policy.vaultId}/backupPolicies/${policy.name}`,
    name: policy.name,
    type: `${VAULT_TYPE}/backupPolicies`,
    properties: { ...policy.properties, protectedItemsCount: itemKeysOfPolicy(world, policy.vaultId, policy.name).length },
  };
}

/** GET …/backupPolicies/{p}/operationResults/{id} */
export function operationResult(call: ArmCall): ArmAnswer {
  return get(call);
}
