import { randomUUID } from 'node:crypto';
import { recoveryPlan, type ItemInVault, type RecoveryDraft, type RecoveryMachineView, type RecoveryPlan } from '@tresor/contracts';
import { beforeNextLook, type Ask, type Asked } from './ask';
import type { Logged } from './planning';
import type { Contoso } from './start-contoso';

const STEP = 3 * 60_000;
/** No time that anything is expected to take: nothing waits for it to pass. */
const PATIENCE_MS = 90_000;

export const recoveryPath = (planId: string) => `/api/recovery-plans/${planId}`;

export const machineOf = ({ vault, resourceGroup, name }: ItemInVault, wave = 1) => ({
  item: { ...vault, vmGroup: resourceGroup, vmName: name },
  wave,
});

/** Keeps a plan for these machines, as they were and from their newest points unless told otherwise. Answers its path. */
export async function planRecovery(
  ask: Ask,
  machines: readonly object[],
  change: Partial<RecoveryDraft> = {},
  asked?: Asked,
): Promise<string> {
  const path = recoveryPath(randomUUID());
  const draft = { name: 'Tonight', edition: 'current', machines, moment: { kind: 'newest' }, target: { kind: 'as-it-was' }, ...change };
  await ask.send(recoveryPlan, 'PUT', path, draft, asked);
  return path;
}

export const lookAtRecovery = (ask: Ask, path: string, asked?: Asked): Promise<RecoveryPlan> => ask.get(recoveryPlan, path, asked);

export const orderRecovery = (ask: Ask, path: string, order: string, body?: object, asked?: Asked): Promise<RecoveryPlan> =>
  ask.send(recoveryPlan, 'POST', `${path}/${order}`, body, asked);

/** Lets Azure's time pass while a run goes on, until it is as wanted: no faster than the run looks, or what it has asked for would seem long ago. */
export async function letRecover(
  { azure }: Pick<Contoso, 'azure'>,
  ask: Ask,
  path: string,
  isWanted = (plan: RecoveryPlan) => plan.standing.state === 'ended',
  asked?: Asked,
): Promise<RecoveryPlan> {
  const until = Date.now() + PATIENCE_MS;
  let turnedAt = 0;
  for (;;) {
    const found = await lookAtRecovery(ask, path, asked);
    if (isWanted(found) || Date.now() > until) return found;
    const onTheirWay = found.machines.filter(({ state }) => state === 'running');
    if (onTheirWay.some(({ seenAt }) => Date.parse(seenAt ?? '') < turnedAt || seenAt === null)) {
      await beforeNextLook();
      continue;
    }
    azure.advance(STEP);
    turnedAt = azure.world.clock.now();
  }
}

export const statesOf = ({ machines }: Pick<RecoveryPlan, 'machines'>): Record<string, RecoveryMachineView['state']> =>
  Object.fromEntries(machines.map(({ item, state }) => [item.vmName, state]));

const ONCE_FOR_A_MACHINE: Readonly<Record<string, string>> = {
  'Microsoft.Compute/virtualMachines/write': 'PUT',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints/restore/action': 'POST',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/backup/action': 'POST',
};

/** How often Azure accepted what must happen once for each machine: restoring its disks, making it, backing it up for the first time. */
export function acceptedOfRun({ azure }: Pick<Contoso, 'azure'>): Record<string, number> {
  const commands = new Map<string, Set<string>>();
  for (const { method, action, resourceId, status, end, correlationId } of azure.world.documents<Logged>('activity-log').list()) {
    if (end !== undefined || status >= 300 || ONCE_FOR_A_MACHINE[action] !== method) continue;
    const key = `${action.split('/').slice(-2).join('/')} ${
      resourceId
        .replace(/\/recoveryPoints\/.*/i, '')
        .split('/')
        .at(-1) ?? ''
    }`.toLowerCase();
    commands.set(key, (commands.get(key) ?? new Set()).add(correlationId));
  }
  return Object.fromEntries([...commands].map(([key, given]) => [key, given.size]));
}

/** What must happen once and did not. */
export const twiceInRun = (contoso: Pick<Contoso, 'azure'>): string[] =>
  Object.entries(acceptedOfRun(contoso)).flatMap(([command, count]) => (count > 1 ? [command] : []));
