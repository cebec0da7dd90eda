import { randomUUID } from 'node:crypto';
import { grant, job, protectionBatch, restorePlan } from '@tresor/contracts';
import { neededKeyVaultPermissions } from '@tresor/support-matrix';
import type { LocalAzure } from '@tresor/local-azure';
import * as z from 'zod';
import { IGNITE, OPERATIONS, ofVault, storageAccountId, vmId } from '../contoso-places';
import { beginRestore, proposedAnswers } from '../planning';
import { newMachine, newPolicy, resumed, stopped } from './lasting-orders';
import { STOPPED, STOPPED_TOO } from './morning';
import { accepted, once, type Order } from './order';
import type { Stage } from './stage';
import type { Visitor } from './visitor';

const BACKED_UP = [...inGroup('OperationsRG', 'AppVM1', 'LostKeysVM1'), ...inGroup('RestoreRG', 'BekSingleVM1', 'LinuxSingleVM1')];
const RESTORED = [
  ...inGroup('OperationsRG', 'LostVaultVM1', 'OtherVaultVM1', 'RevokedVM1'),
  ...inGroup('RestoreRG', 'DeletedVaultVM1', 'LinuxUnmanagedVM1'),
];
const PLANNED = ['FullRestoreVM1', 'WinSingleVM1'];
const ENABLED = [
  ...inGroup('dbvm1', 'DBVM1Restore'),
  ...inGroup('OperationsRG', 'LinuxVM1'),
  ...inGroup('KeysRG', 'NoPolicyVM1', 'HalfPolicyVM1'),
];
const ENDED = inGroup('OperationsRG', 'ProtectedVM1', 'AppVM2');
const POLICIES = ['NightPolicy', 'WorkPolicy', 'TestPolicy'];
const KEY_VAULTS = ['NoPolicyKV', 'HalfPolicyKV'];
/** What makes fifty of them. */
const VAULTS = 22;

function inGroup(group: string, ...names: string[]): [string, string][] {
  return names.map((name) => [group, name]);
}

const itemOf = (group: string, vm: string) => `${OPERATIONS}/items/${group}/${vm}`;

type Place = Pick<Stage, 'azure' | 'visitor' | 'morning'>;

/* All that is asked of a point and of a key vault, which servers of other versions tell, too. */
const POINTS = z.array(z.looseObject({ id: z.string() }));
const GRANTS = z.array(z.looseObject({ grantId: z.string() }));
const KEY_VAULT = z.looseObject({ details: z.looseObject({ stamp: z.string(), grants: GRANTS }).nullable() });

const RESTORE = /recoveryPoints\/restore\/action$/i;

/** Fifty orders of all kinds, with all that is looked at before them. */
export async function prepareOrders(stage: Place): Promise<Order[]> {
  return shuffled((await ordersByKind(stage)).flat());
}

/** The same, those of a kind together: two at least. */
export async function ordersByKind(place: Place): Promise<Order[][]> {
  const { azure, visitor, morning } = place;
  const { ask } = visitor;
  const backups = BACKED_UP.map(([group, vm]) =>
    once(
      `backup of ${vm}`,
      `${itemOf(group, vm)}/backups/${randomUUID()}`,
      { retainUntil: null },
      accepted(azure, /protectedItems\/backup\/action$/i, vm),
    ),
  );
  const restores = RESTORED.map(async ([group, vm]) => {
    const [point] = await ask.get(POINTS, `${itemOf(group, vm)}/recovery-points`);
    const target = { storageAccountId: storageAccountId('contosostaging'), targetGroup: group === 'RestoreRG' ? group : 'IgniteRG' };
    const body = { edition: 'current', recoveryPointId: point?.id, ...target };
    return once(`restore of ${vm}`, `${itemOf(group, vm)}/restores/${randomUUID()}`, body, accepted(azure, RESTORE, vm));
  });
  const missing = morning.incomplete.map(({ path, vm }) =>
    once(`restore of what ${vm} lacks`, `${path}/disks/${randomUUID()}`, { edition: 'current' }, accepted(azure, RESTORE, vm)),
  );
  const vaults = Array.from({ length: VAULTS }, (_, at) => newVault(azure, `Vault${at}`));
  const batches = ENABLED.map(([group, vm]) => enabled(visitor, group, vm));
  const policies = POLICIES.map((name) => newPolicy(place, name));
  const ends = ENDED.map((item) => stopped(place, item));
  const resumptions = [STOPPED, STOPPED_TOO].map((item) => resumed(place, item));
  const machines = morning.ready.map((path, at) => newMachine(place, path, `Made${at}`));
  const grants = KEY_VAULTS.map((name) => given(visitor, name));
  const plans = PLANNED.map((vm, at) => planned(visitor, azure, vm, `Alone${at}`));
  const later = await Promise.all([restores, machines, grants, plans].map((kind) => Promise.all(kind)));
  return [backups, missing, vaults, batches, policies, ends, resumptions, ...later];
}

function newVault(azure: LocalAzure, name: string): Order {
  const body = { location: 'northeurope', newResourceGroup: false, storageReplication: 'LocallyRedundant', softDelete: 'Enabled' };
  // Azure makes one of as many requests as it is told for one name.
  const made = accepted(azure, /RecoveryServices\/vaults\/write$/i, name);
  return once(`vault ${name}`, `${ofVault('IgniteRG', name)}/creation/${randomUUID()}`, body, () => Math.min(1, made()));
}

function enabled(visitor: Visitor, group: string, vm: string): Order {
  const path = `${IGNITE}/protection/${randomUUID()}`;
  const body = { edition: 'current', policyName: 'DefaultPolicy', vmIds: [vmId(group, vm)] };
  let isAsked = false;
  const ask = async () => {
    const answer = isAsked ? await visitor.tryRequest('GET', path) : await visitor.tryRequest('PUT', path, body);
    const batch = protectionBatch.safeParse(answer).data;
    isAsked ||= batch !== undefined;
    if (!batch?.finished) return false;
    if (batch.results.every(({ state }) => state === 'protected')) return true;
    const cameToNothing = batch.results.map(({ state }) => state).join();
    await visitor.tryRequest('POST', `${path}/retry`);
    return cameToNothing === 'not-started' ? undefined : false;
  };
  const count = async () => {
    const jobs = await visitor.read(z.array(job), `${IGNITE}/jobs`);
    return jobs.filter(({ operation, workload }) => operation === 'ConfigureBackup' && workload === vm).length;
  };
  return { name: `protection of ${vm}`, ask, count };
}

async function given(visitor: Visitor, name: string): Promise<Order> {
  const place = `/api/key-vaults/f2edfd5d-5496-4683-b94f-b3588c579009/KeyVaultRG/${name}`;
  const look = () => visitor.read(KEY_VAULT, place);
  const grantId = randomUUID();
  const permissions = neededKeyVaultPermissions('current', true);
  const ask = async () => {
    const stamp = (await look().catch(() => undefined))?.details?.stamp ?? '';
    const answer = await visitor.tryRequest('PUT', `${place}/grants/${grantId}`, { way: 'access-policy', permissions, stamp });
    return grant.safeParse(answer).data?.after !== undefined;
  };
  const count = async () => (await look()).details?.grants.filter((one) => one.grantId === grantId).length ?? 0;
  return { name: `access to ${name}`, ask, count };
}

async function planned(asking: Visitor, azure: LocalAzure, vm: string, alone: string): Promise<Order> {
  const restored = accepted(azure, RESTORE, vm);
  const path = await beginRestore(asking.ask, vm);
  const { machine, ...rest } = z.looseObject({ machine: z.looseObject({}) }).parse(await proposedAnswers(asking.ask, path));
  const answers = { ...rest, machine: { ...machine, name: alone } };
  const ask = async (visitor: Visitor) => {
    const answer = restorePlan.safeParse(await visitor.tryRequest('PUT', `${path}/plan`, { answers })).data;
    return answer !== undefined;
  };
  const count = async () => {
    const kept = await asking.read(restorePlan.nullable(), `${path}/plan`);
    return kept && restored() === 1 ? 1 : 0;
  };
  return { name: `plan for ${vm}`, ask, count };
}

function shuffled<T>(all: readonly T[]): T[] {
  return all
    .map((one) => ({ one, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
