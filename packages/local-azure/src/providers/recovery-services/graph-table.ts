import type { ArmCall } from '../../arm/route';
import { delayOf, unkindnessOf } from '../../world/time/delays';
import { record, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { jobView } from './jobs/job-view';
import { ITEM_TYPE, VAULT_TYPE } from './names';
import { view as policyView } from './policies/backup-policies';
import { itemsOfVault } from './state/item-store';
import { itemView } from './state/item-view';
import { policiesOfVault } from './state/policy-store';
import { jobsBetween, type Job } from './state/job-store';
import { listLag } from './state/service-pace';

const POLICY_TYPE = `${VAULT_TYPE}/backupPolicies`;
const JOB_TYPE = `${VAULT_TYPE}/backupJobs`;
/**
 * How far back the graph knows jobs, in milliseconds: "Backup/Restore jobs that are up to 14 days old are available in ARG for query",
 * learn.microsoft.com/azure/backup/query-backups-using-azure-resource-graph, 21 May 2021.
 */
const JOBS_KNOWN_MS = 14 * 86_400_000;

/**
 * The table `recoveryservicesresources` of Resource Graph: of a subscription the policies, the protected items and the jobs of the last 14 days, as
 * the vaults show them, in rows whose `id`, `name` and `type` are those of ARM. Of items `vaultId` is here the plain ARM id; a job has
 * neither `extendedInfo` nor tasks. `types` (lower case): those that can be asked for, all without.
 */
export function* recoveryServicesResources(
  call: ArmCall,
  subscriptionId: string,
  types: ReadonlySet<string> | undefined,
): Iterable<ArmResource> {
  const isAsked = (type: string) => types?.has(type.toLowerCase()) ?? true;
  for (const vault of call.world.resources.list(VAULT_TYPE, `/subscriptions/${subscriptionId}`)) {
    if (isAsked(POLICY_TYPE))
      for (const policy of policiesOfVault(call.world, vault.id)) yield rowOf(policyView(call.world, policy), vault);
    if (isAsked(ITEM_TYPE))
      for (const item of itemsOfVault(call.world, vault.id)) yield rowOf(itemView(call, item), vault, { vaultId: vault.id });
    if (isAsked(JOB_TYPE)) yield* jobRows(call.world, vault);
  }
}

function rowOf(view: unknown, { location }: ArmResource, more: Record<string, unknown> = {}): ArmResource {
  const { id, name, type, properties } = record(view);
  return {
    id: text(id) ?? '',
    name: text(name) ?? '',
    type: text(type) ?? '',
    ...(location !== undefined && { location }),
    properties: { ...record(properties), ...more },
  };
}

function* jobRows(world: World, vault: ArmResource): Iterable<ArmResource> {
  const now = world.clock.now();
  for (const job of jobsBetween(world, vault.id, now - JOBS_KNOWN_MS, now)) {
    if (job.region !== undefined) continue;
    const known = asKnown(job, now - lagOf(world, job));
    if (known) yield rowOf(jobView(known, now, false), vault);
  }
}

/** Milliseconds by which the graph is late with a job: as late as the list of the vault, or as the rest of the graph. */
function lagOf(world: World, { id }: Job): number {
  return Math.max(listLag(world), unkindnessOf(world) === 'kind' ? 0 : delayOf(world, 'resource-graph', id));
}

/** A job as it was at a moment; undefined where it had not begun. */
function asKnown(job: Job, at: number): Job | undefined {
  if (job.startedAt > at) return undefined;
  if (job.endedAt === undefined || job.endedAt <= at) return job;
  const { endedAt: _ended, errors: _errors, ...running } = job;
  return { ...running, status: 'InProgress' };
}
