import type { ItemInVault, Restore, RestoreCommand, RestoreInVault, RestoreStep } from '@tresor/contracts';
import { takenByRun } from '../api/taken-by-run';
import { isBackedUp } from '@tresor/support-matrix';
import type { WithFirstBackup } from '../azure/first-backup/use-first-backup-failures';
import { expiringLinks } from '../azure/key-chain/expiring-links';

export type Trouble = 'missing' | 'expiring' | 'failing' | 'first-backup';

export interface Attention {
  item: WithFirstBackup<ItemInVault>;
  trouble: Trouble;
}

const ORDER: readonly Trouble[] = ['missing', 'expiring', 'failing', 'first-backup'];

function itemTroubleOf(item: WithFirstBackup<ItemInVault>): Trouble | undefined {
  const { machine, deletedAt, lastBackupStatus } = item;
  if (deletedAt !== null) return 'expiring';
  if (!isBackedUp(item)) return undefined;
  if (machine === 'gone') return 'missing';
  if (lastBackupStatus === 'Failed') return 'failing';
  return item.firstBackupFailure === undefined ? undefined : 'first-backup';
}

/** What somebody has to look after: machines that are gone, backup data that will be, and backups that fail or will. */
export function attentionOf(items: readonly WithFirstBackup<ItemInVault>[]): Attention[] {
  const found = items.flatMap((item) => {
    const trouble = itemTroubleOf(item);
    return trouble === undefined ? [] : [{ item, trouble }];
  });
  return found.toSorted((a, b) => ORDER.indexOf(a.trouble) - ORDER.indexOf(b.trouble) || a.item.name.localeCompare(b.item.name));
}

export interface OpenRestore {
  restore: RestoreInVault;
  /** What somebody has to do, Azure is at, or what runs out. */
  trouble:
    | { kind: 'unfinished'; step: RestoreStep; command: RestoreCommand }
    | { kind: 'working'; step: RestoreStep }
    | { kind: 'expiring'; names: string[]; until: string };
  found: Pick<Restore, 'targetGroup' | 'keyChain' | 'machineId' | 'isolatedGroup'>;
}

/** Whether one of these restores, said beside it, brings the machine of an item back already. */
export const comesBack = ({ name, vault }: ItemInVault, restores: readonly OpenRestore[]): boolean =>
  restores.some(
    ({ restore, trouble, found }) =>
      trouble.kind !== 'expiring' && found.isolatedGroup === null && keyOf(restore) === keyOf({ vault, vmName: name }),
  );

/** Of a machine among the restores. */
const keyOf = ({ vault, vmName }: Pick<RestoreInVault, 'vault' | 'vmName'>) =>
  JSON.stringify([vault.subscriptionId, vault.resourceGroup, vault.vaultName, vmName]).toLowerCase();

/**
 * Of each machine of a vault its newest restore, from a list with the newest first: what went before it was given up, but not for one that
 * stands apart, as a rehearsal does. Those don’t count among the so many that are looked into.
 */
export function newestOfEach<Listed extends Pick<RestoreInVault, 'vault' | 'vmName'>>(
  restores: readonly Listed[],
  standsApart: (restore: Listed) => boolean,
  lookedInto: number,
): Listed[] {
  const seen = new Set<string>();
  return restores.filter((restore) => {
    const key = keyOf(restore);
    if (seen.has(key) || seen.size >= lookedInto) return false;
    if (!standsApart(restore)) seen.add(key);
    return true;
  });
}

/** What a step is there for: where it is stuck, anyone who may not order that cannot mend it either. */
const COMMAND_OF: Readonly<Record<RestoreStep, RestoreCommand>> = {
  disks: 'restore-disks',
  keys: 'restore-keys',
  machine: 'create-machine',
  encryption: 'renew-encryption',
  protection: 'protect',
  'after-care': 'remove-leftovers',
};

export function restoreTroubleOf(
  restore: Pick<Restore, 'next' | 'keyChain' | 'alone' | 'pass' | 'openDisks'>,
  now: number,
): OpenRestore['trouble'] | undefined {
  const { next, keyChain, alone } = restore;
  if (next.kind === 'wait' || (alone && next.kind === 'command' && takenByRun(restore, next.step)))
    return { kind: 'working', step: next.step };
  if (next.kind === 'command') return { kind: 'unfinished', step: next.step, command: next.command };
  if (next.kind === 'stuck') return { kind: 'unfinished', step: next.step, command: COMMAND_OF[next.step] };
  const links = expiringLinks(keyChain, now);
  const [until] = links.map(({ expires }) => expires).toSorted();
  return until === undefined ? undefined : { kind: 'expiring', names: links.map(({ name }) => name), until };
}
