import { estate, type Ending, type EstateRow, type Harm } from './estate';
import { machineIdsOf, namesOf } from './estate-machines';
import { keyVaults, type KeyVaultFate } from './estate-vaults';
import { SYSTEM_GIB } from '../machines';

/** What is wrong with the keys that the newest recovery point of a machine needs. */
export type KeyExpectation =
  | 'sound'
  | 'key vault deleted'
  | 'key vault purged'
  | 'secret deleted'
  | 'secret purged'
  | 'key disabled'
  | 'key expired'
  | 'key rotated'
  | 'service shut out';

/** Which recovery point a machine is to be brought back from. */
export type PointExpectation = 'newest' | 'newest healthy' | 'none';

/** How one machine of the estate ends, and why. */
export interface ExpectedOutcome {
  machine: string;
  /** ARM id of the machine. */
  vmId: string;
  /** Name of the Recovery Services vault that protects it. */
  vault: string;
  ends: Ending;
  /** What happened to the machine itself; absent where it was only deleted. */
  harm: Harm | undefined;
  point: PointExpectation;
  keys: KeyExpectation;
  /** Whether the key vault is protected against purging. */
  purgeProtection: boolean;
  /** Sizes of its disks, that of the system first. */
  diskGiB: number[];
  /** Size of the machine, as Azure calls it; absent where it is the usual one. */
  vmSize: string | undefined;
}

const byHarm: Partial<Record<Harm, KeyExpectation>> = {
  'secrets deleted': 'secret deleted',
  'secrets purged': 'secret purged',
  'key disabled': 'key disabled',
  'key expired': 'key expired',
  'only outdated snapshots': 'key rotated',
  'service shut out': 'service shut out',
};

const byFate: Record<KeyVaultFate, KeyExpectation> = {
  there: 'sound',
  deleted: 'key vault deleted',
  purged: 'key vault purged',
};

function keysOf({ harm, keyVault }: EstateRow): KeyExpectation {
  const { backup, fate } = { ...keyVaults[keyVault] };
  const harmed = harm && byHarm[harm];
  return harmed ?? (fate === 'there' && backup === 'none' ? 'service shut out' : byFate[fate]);
}

function pointOf({ harm }: EstateRow): PointExpectation {
  if (harm === 'never backed up') return 'none';
  return harm === 'ransomware' ? 'newest healthy' : 'newest';
}

/**
 * How all 200 machines end once everything that can be saved was saved. It follows from the tables of the estate alone, by what was done to
 * each machine and key vault: neither the rules of the product nor those by which Local Azure works have a part in it, so that both can be
 * compared with it.
 */
export function expectedOutcomes(): ExpectedOutcome[] {
  return estate.flatMap((row) => {
    const ids = machineIdsOf(row);
    return namesOf(row).map((machine, n) => ({
      machine,
      vmId: ids[n] ?? '',
      vault: row.vault,
      ends: row.ends,
      harm: row.harm,
      point: pointOf(row),
      keys: keysOf(row),
      purgeProtection: 'purgeProtection' in keyVaults[row.keyVault],
      diskGiB: [SYSTEM_GIB[row.os], ...(row.dataDisksGiB ?? [])],
      vmSize: row.size,
    }));
  });
}
