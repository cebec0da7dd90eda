import { nextBackup } from '../../providers/recovery-services/state/backup-plan';
import { savePolicy } from '../../providers/recovery-services/state/policy-store';
import { resourceId } from '../../world/arm-ids';
import type { World } from '../../world/world';
import { backUpInThePast, goOnFromNow, protectInThePast } from '../past';
import { defaultPolicy, hourlyPolicy } from '../policies';
import { estate } from './estate';
import { machineIdsOf } from './estate-machines';
import { keyVaults, vaults, type VaultName } from './estate-vaults';
import { shutServiceOut } from './night';
import { contentsOn, putContents, type DiskContents } from '../../world/compute/disk-contents';
import { osDiskOf } from '../../providers/recovery-services/state/vm-disks';

function change(world: World, vmId: string, system: DiskContents): void {
  const vm = world.resources.get(vmId);
  if (!vm) return;
  const osDisk = osDiskOf(vm);
  putContents(world, osDisk, { ...contentsOn(world, osDisk), ...system });
}

/** Ransomware is at work in a machine from a moment on, and Defender has seen it. */
const infect = (world: World, vmId: string, since: number): void =>
  change(world, vmId, {
    threats: [
      { title: 'Ransomware indicators detected', description: 'Files are being encrypted in large numbers.', severity: 'High', since },
      { title: 'Suspicious deletion of shadow copies', description: 'Shadow copies were deleted.', severity: 'Medium', since },
    ],
  });

/** What starts a machine is damaged, which nobody sees until it is started. */
const damageSystem = (world: World, vmId: string): void => change(world, vmId, { damaged: true });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NIGHTS = 5;
/** A backup that began so long ago is over. */
const LONGEST_BACKUP = 4 * HOUR;

const vaultId = (name: VaultName): string =>
  resourceId(vaults[name].subscriptionId, vaults[name].group, `Microsoft.RecoveryServices/vaults/${name}`);

/** When the last nightly backup began that is over by now. */
function lastNight(world: World): number {
  const now = world.clock.now();
  const { properties } = defaultPolicy('');
  for (let night = now - 3 * DAY; ;) {
    const next = nextBackup(properties, night)?.at ?? now;
    if (next + LONGEST_BACKUP > now) return night;
    night = next;
  }
}

/** Five nights of backups of the whole estate, as far as they succeeded; from now on its policies go on. */
export function rememberBackups(world: World): void {
  const night = lastNight(world);
  const daysAgo = (moment: number) => (world.clock.now() - moment) / DAY;
  const first = daysAgo(night - (NIGHTS - 1) * DAY) + 1 / 24;
  const evening = daysAgo(night - 6 * HOUR);
  savePolicy(world, hourlyPolicy(vaultId('EstateVault')));

  for (const row of estate) {
    const protect = (policy: string, days: number) =>
      machineIdsOf(row).map((vmId) => protectInThePast(world, vaultId(row.vault), vmId, policy, days));
    const backUp = (keys: string[], from: number, to: number) => {
      for (const key of keys) backUpInThePast(world, key, from, to);
    };
    switch (row.harm) {
      case 'only outdated snapshots': {
        const morning = daysAgo(night - 18 * HOUR);
        backUp(protect('HourlyPolicy', morning), morning, evening);
        break;
      }
      case 'service shut out': {
        const keys = protect('DefaultPolicy', first + 1);
        backUp(keys, first, first - 2);
        shutServiceOut(world, keyVaults[row.keyVault]);
        backUp(keys, first - 2, 0);
        break;
      }
      case 'ransomware': {
        const keys = protect('DefaultPolicy', first + 1);
        backUp(keys, first, evening);
        for (const vmId of machineIdsOf(row)) infect(world, vmId, night - 6 * HOUR);
        backUp(keys, evening, 0);
        break;
      }
      case 'system damaged':
        for (const vmId of machineIdsOf(row)) damageSystem(world, vmId);
        backUp(protect('DefaultPolicy', first + 1), first, 0);
        break;
      default:
        backUp(protect('DefaultPolicy', first + 1), first, 0);
    }
  }
  for (const id of new Set(estate.map(({ vault }) => vaultId(vault)))) goOnFromNow(world, id);
}
