import { restoreStep, type PlanAnswers, type PlanFault, type Restore, type VaultPath } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import { sameId } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { isKeyVaultNameFree } from '../../../azure/keys/free-key-vault-name';
import { listTemporaryKeyVaults } from '../../../azure/keys/temporary-key-vaults';
import { listPolicies } from '../../../azure/policies/policies';
import type { CommandRecord } from '../../record/command-record';
import { checkJourney } from '../machine/check-machine';
import { policiesLeft } from '../machine/policies-left';
import { getRestore } from '../get-restore';
import { readStandingJourney, type Journey } from '../journey/journey';
import { listKeyVaultTargets } from '../keys/key-vault-targets';
import { requireSubnet } from '../journey/machine-place';
import { leaveIsolation } from '../steps/keys';
import { mayRemoveLeftovers, rightsLeft } from './rights-left';

/** What stands in the way of a plan, by the checks of its steps, but for what the plan itself brings about first. */
export async function checkPlan(
  record: CommandRecord,
  session: AzureSession,
  vault: VaultPath,
  jobId: string,
  answers: PlanAnswers,
): Promise<PlanFault[]> {
  requireSubnet(vault, answers.machine);
  const [journey, restore] = await Promise.all([
    readStandingJourney(session, vault, jobId),
    getRestore(record, session, vault, jobId, answers.edition),
  ]);
  const found = await Promise.all([
    machineFaults(session, journey, answers),
    keyFaults(session, journey, restore, answers),
    policyFaults(session, vault, answers),
    rightsFaults(session, vault, restore, answers),
    deniedFaults(session, journey, answers),
  ]);
  return found.flat();
}

async function machineFaults(session: AzureSession, journey: Journey, { machine, keys }: PlanAnswers): Promise<PlanFault[]> {
  if (journey.machineId.state === 'known' && journey.machineId.value !== null) return [];
  const isOver = journey.status.startsWith('Completed');
  const checks = await checkJourney(session, journey, machine);
  const comesLater = (check: (typeof checks)[number]) =>
    (check === 'disks-missing' && !isOver) || (check === 'keys-not-verified' && keys !== null);
  return checks.filter((check) => !comesLater(check)).map((fault) => ({ field: 'machine', fault }));
}

async function keyFaults(session: AzureSession, journey: Journey, { steps }: Restore, { keys }: PlanAnswers): Promise<PlanFault[]> {
  const { chain, keysThere, vault, jobId } = journey;
  const areThere = keysThere?.state === 'known' && keysThere.value;
  const step = steps.find((one) => one.step === 'keys');
  if (areThere || step?.state === 'done' || step?.reason === 'encryption-unknown') return [];
  if (chain === null) return [{ field: 'keys', fault: 'in-no-backup' }];
  if (keys === null) return [{ field: 'keys', fault: 'not-answered' }];
  if (leaveIsolation(journey, keys)) return [{ field: 'keys', fault: 'not-isolated' }];
  if (keys.way === 'recover') return [];
  if (keys.way === 'create') return (await mayBeMade(session, journey, keys.name)) ? [] : [{ field: 'keys', fault: 'new-name-taken' }];
  const target = (await listKeyVaultTargets(session, vault, jobId)).find(({ id }) => sameId(id, keys.keyVaultId));
  const fault = target ? target.reason : 'not-found';
  return fault === null ? [] : [{ field: 'keys', fault }];
}

/** The one that this restore has made already is gone on with. */
async function mayBeMade(session: AzureSession, { vault: { subscriptionId }, jobId }: Journey, name: string): Promise<boolean> {
  if (await isKeyVaultNameFree(session, subscriptionId, name)) return true;
  const made = await listTemporaryKeyVaults(session, subscriptionId, jobId);
  return made.some((one) => sameName(one.name, name));
}

async function rightsFaults(session: AzureSession, vault: VaultPath, restore: Restore, answers: PlanAnswers): Promise<PlanFault[]> {
  const [lacking, mayClean] = await Promise.all([
    rightsLeft(session, vault, restore, answers),
    mayRemoveLeftovers(session, vault, restore, answers),
  ]);
  const steps = new Set([...lacking, ...(mayClean ? [] : ['remove-leftovers' as const])]);
  return [...steps].map((fault) => ({ field: 'rights', fault }));
}

/** What policies (Azure Policy) forbid of the machine and what comes with it. */
async function deniedFaults(session: AzureSession, journey: Journey, { machine, keys }: PlanAnswers): Promise<PlanFault[]> {
  const { denied } = await policiesLeft(session, journey, machine, keys);
  return restoreStep.options.flatMap((step) =>
    (denied[step] ?? []).map((policy): PlanFault => ({ field: 'policy', fault: step, ...policy })),
  );
}

async function policyFaults(session: AzureSession, vault: VaultPath, { policyName }: PlanAnswers): Promise<PlanFault[]> {
  if (policyName === null) return [];
  const policies = await listPolicies(session, vault);
  const isThere = policies.some(({ name }) => sameName(name, policyName));
  return isThere ? [] : [{ field: 'policyName', fault: 'policy-missing' }];
}
