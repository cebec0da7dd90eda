import { randomUUID } from 'node:crypto';
import { commandOutcome, machineOptions, restore, restorePlan, type PlanAnswers, type Restore, type RestorePlan } from '@tresor/contracts';
import * as z from 'zod';
import { beforeNextLook, type Ask, type Asked } from './ask';
import { OPERATIONS, storageAccountId } from './contoso-places';
import { restorePath } from './restoring';
import type { Contoso } from './start-contoso';

const MINUTE = 60_000;
/** No time that anything is expected to take: nothing waits for it to pass. */
const PATIENCE_MS = 90_000;

/** Where a machine stands, and where its disks are to go: the helpdesk may make machines in RestoreRG only. */
const GROUPS: Readonly<Record<string, [from: string, to: string]>> = {
  WinSingleVM1: ['RestoreRG', 'RestoreRG'],
  DeletedVaultVM1: ['RestoreRG', 'RestoreRG'],
};
const groupsOf = (vm: string) => GROUPS[vm] ?? ['OperationsRG', 'IgniteRG'];

/** Begins to restore the disks of a machine's newest point. Answers the path of the restore while Azure is at it. */
export async function beginRestore(ask: Ask, vm: string, asked?: Asked): Promise<string> {
  const [from, to] = groupsOf(vm);
  const item = `${OPERATIONS}/items/${from}/${vm}`;
  const [point] = await ask.get(z.array(z.looseObject({ id: z.string() })), `${item}/recovery-points`, asked);
  const attributes = { edition: 'current', recoveryPointId: point?.id, storageAccountId: storageAccountId('contosostaging') };
  const body = { ...attributes, targetGroup: to };
  const { jobId } = await ask.send(commandOutcome, 'PUT', `${item}/restores/${randomUUID()}`, body, asked);
  return restorePath(jobId ?? '');
}

/** All that is asked of them, which servers of other versions tell, too. */
export const toldOptions = z.looseObject(machineOptions.pick({ suggested: true, subnets: true }).shape);

/** What a person would leave as it is proposed, under a name that is free. */
export async function proposedAnswers(ask: Ask, path: string, change: object = {}, asked?: Asked): Promise<object> {
  const { subnets, suggested } = await ask.get(toldOptions, `${path}/machine/options`, asked);
  const size = 'Standard_DS2_v2';
  return {
    edition: 'current',
    machine: { name: 'Alone', group: suggested.group, size, subnetId: subnets[0]?.id, publicIp: false },
    keys: null,
    policyName: 'DefaultPolicy',
    letBackupIn: true,
    removeLeftovers: true,
    ...change,
  } satisfies Record<keyof PlanAnswers, unknown>;
}

export const decide = (ask: Ask, path: string, answers: object, asked?: Asked): Promise<RestorePlan> =>
  ask.send(restorePlan, 'PUT', `${path}/plan`, { answers }, asked);

export const lookAtPlan = (ask: Ask, path: string, asked?: Asked): Promise<RestorePlan | null> =>
  ask.get(restorePlan.nullable(), `${path}/plan`, asked);

/** Whether a plan waits for Azure: it backs nothing up before the machine answers, though a person may. */
export const waitsForAzure = ({ next, steps }: Restore): boolean =>
  next.kind === 'wait' || steps.some(({ step, state }) => step === 'encryption' && state === 'running');

/**
 * Lets time pass while a plan goes on alone, until it does no more or all is done; `asked`: who looks at the restore. Nobody takes the plan
 * on by that: Megan, who asks how it stands, may only look.
 */
export async function letGoOn(contoso: Contoso, ask: Ask, path: string, asked?: Asked): Promise<Restore> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await ask.get(restore, `${path}?edition=current`, asked);
    if (Date.now() > until) return found;
    if (waitsForAzure(found)) contoso.azure.advance(15 * MINUTE);
    else if (found.next.kind !== 'command' || !(await isRunning(ask, path, asked))) return found;
    await beforeNextLook();
  }
}

async function isRunning(ask: Ask, path: string, asked: Asked | undefined): Promise<boolean> {
  const plan = await lookAtPlan(ask, path, { ...asked, person: 'megan' });
  return plan?.standing.state === 'running';
}

/** Lets time pass until a plan is done. Where its run ended, as on a machine too busy to keep its lease, somebody looks and it goes on. */
export async function letComeToItsEnd(contoso: Contoso, ask: Ask, path: string, asked?: Asked): Promise<Restore> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await letGoOn(contoso, ask, path, asked);
    const plan = await lookAtPlan(ask, path, asked);
    const state = plan?.standing.state;
    if (state === 'done') return found;
    if ((state !== 'running' && state !== 'waiting') || Date.now() > until)
      throw new Error(`The plan is not done: ${JSON.stringify(plan?.standing)}`);
    await beforeNextLook();
  }
}

/** Looks at the plan until it stands as wanted. */
export async function watchPlan(ask: Ask, path: string, state: RestorePlan['standing']['state'], asked?: Asked): Promise<RestorePlan> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await lookAtPlan(ask, path, asked);
    if (found?.standing.state === state) return found;
    if (Date.now() > until) throw new Error(`The plan is not ${state}: ${JSON.stringify(found?.standing)}`);
    await beforeNextLook();
  }
}

export interface Logged {
  method: string;
  action: string;
  resourceId: string;
  status: number;
  /** The same for all that a client sends for one command. */
  correlationId: string;
  /** How what was accepted ended. */
  end?: object;
}

const SENT_ONCE: Readonly<Record<string, string>> = {
  'Microsoft.Compute/virtualMachines/write': 'PUT',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/backup/action': 'POST',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/write': 'PUT',
};

/**
 * How many commands Azure accepted of each that must be given once, by what it was told and of which of the new machines. A PUT whose answer
 * was lost is sent again as it was, within its command.
 */
export function acceptedCommands({ azure }: Pick<Contoso, 'azure'>): Record<string, number> {
  const commands = new Map<string, Set<string>>();
  for (const { method, action, resourceId, status, end, correlationId } of azure.world.documents<Logged>('activity-log').list()) {
    if (end !== undefined || status >= 300 || SENT_ONCE[action] !== method || !/alone/i.test(resourceId)) continue;
    const key = `${action.split('/').slice(-2).join('/')} ${resourceId.split('/').at(-1) ?? ''}`.toLowerCase();
    commands.set(key, (commands.get(key) ?? new Set()).add(correlationId));
  }
  return Object.fromEntries([...commands].map(([key, given]) => [key, given.size]));
}

/** How Azure answered each request for the new machine, in order. */
export const machineRequests = ({ azure }: Pick<Contoso, 'azure'>): number[] =>
  azure.world
    .documents<Logged>('activity-log')
    .list()
    .filter(
      ({ method, action, resourceId, end }) =>
        end === undefined && method === 'PUT' && action.endsWith('virtualMachines/write') && /alone$/i.test(resourceId),
    )
    .map(({ status }) => status);

/** Whether what must happen once did, and nothing twice. */
export const twice = (contoso: Contoso): string[] =>
  Object.entries(acceptedCommands(contoso)).flatMap(([command, count]) => (count > 1 ? [command] : []));

/** Ends everything that was issued to a person, as an administrator does. */
export async function endTokens({ azure }: Contoso, username: string): Promise<void> {
  const answer = await fetch(`${azure.url}/control/end-tokens`, { method: 'POST', body: JSON.stringify({ person: username }) });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Lets a person sign in with a password alone. */
export async function signInWithPasswordAlone({ azure }: Pick<Contoso, 'azure'>, username: string): Promise<void> {
  const body = JSON.stringify({ person: username, asked: false });
  const answer = await fetch(`${azure.url}/control/second-factor`, { method: 'POST', body });
  if (!answer.ok) throw new Error(await answer.text());
}

/** The claims that an answer of the API asks for, if any. */
export function claimsAsked(answer: Response): string | undefined {
  const claims = /claims="([^"]+)"/.exec(answer.headers.get('www-authenticate') ?? '')?.[1];
  return claims && Buffer.from(claims, 'base64').toString('utf8');
}

export const isAllDone = (found: Restore): boolean => restore.parse(found).next.kind === 'done';
