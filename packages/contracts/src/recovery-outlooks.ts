import * as z from 'zod';
import { subscriptionId } from './ids';
import { itemPath, machineStanding } from './items';
import { keyChain, recoveryPoint, restorability } from './recovery-points';
import { keysHow } from './restore-keys';
import { dataDisksAhead, stepOutlook } from './restore-outlook';

/** What a machine of a plan is up against, as far as it can be seen beforehand. */
export const recoveryOutlook = z.strictObject({
  item: itemPath,
  /** Whether the old machine still stands. */
  machine: machineStanding,
  point: z.strictObject(recoveryPoint.pick({ id: true, time: true, tiers: true, encrypted: true, threat: true }).shape).nullable(),
  /** Whether there is a younger point that a threat was found in. */
  hasSuspicious: z.boolean(),
  /** Of the point; of the newest one, where none can be taken; null where there is none at all. */
  verdict: restorability.nullable(),
  keyChain: keyChain.nullable(),
  /** How far the signed-in person would come, step by step; of one that is isolated only the steps that policies forbid. */
  steps: z.array(stepOutlook),
  /** How the keys come back; null: they need not, or nobody can see. */
  keysWay: z.enum(keysHow.options.map(({ shape }) => shape.way.value)).nullable(),
  /**
   * Of the new machine; `size` null: Azure does not tell it of the point, or does not offer it, and nothing like it. `oldSize`: the old one’s, in
   * place of which it gets another because Azure does not offer it to the subscription in the region, or in the `zone`: that of its disks, as the recovery point or the standing
   * machine tells it; null where they are in none, or it is not known.
   */
  target: z.strictObject({
    name: z.string(),
    group: z.string(),
    size: z.string().nullable(),
    oldSize: z.string().nullable(),
    zone: z.string().nullable(),
  }),
  /**
   * `subscription-disabled`, or about to be: Azure refuses every step; `machine-there`: the old one stands where the new one goes; `group-missing`; `group-locked`: a lock lets nothing be made there;
   * `no-storage-account` that takes its disks; `no-size`: `oldSize`, and none like it; `no-subnet` in its region, as far as the user sees them;
   * `unmanaged-disks`: they come back as VHDs, which cannot be isolated.
   */
  conflicts: z.array(
    z.enum([
      'subscription-disabled',
      'machine-there',
      'group-missing',
      'group-locked',
      'no-storage-account',
      'no-subnet',
      'no-size',
      'unmanaged-disks',
    ]),
  ),
  /** Whether it runs Linux and was encrypted with an Entra application: where it is isolated, that cannot sign in, and encrypted data disks stay locked. */
  locksInIsolation: z.boolean(),
  /**
   * What of the place the user may not see: whether the group is there, what locks it has, what network interfaces were left, what policies forbid. `data-disks`: it is
   * isolated and `locksInIsolation`, and nobody can tell whether it has data disks that are encrypted. `zone`: Azure does not offer its size in each zone, and nobody tells
   * in which its disks will be. `application` and `untold-disks`: as of a single restore.
   */
  unseen: z.array(z.enum(['group', 'locks', 'interfaces', 'policies', 'data-disks', 'zone', ...dataDisksAhead.options])),
  /** What it is attached to, as far as that is seen: `isOld` where an interface that was left tells its old subnet; else the first of its region. */
  subnet: z.strictObject({ id: z.string(), isOld: z.boolean() }).nullable(),
  /** A network interface that is called like the old machine and that no machine has. It is left alone, and so is its address. */
  leftInterface: z.strictObject({ name: z.string(), address: z.string().nullable() }).nullable(),
  /** ARM id of the storage account that its disks go through. */
  storageAccountId: z.string().nullable(),
});

/**
 * What a region has a quota of, and what a subnet has so many of; of managed disks each kind has its own. The machines take neither public addresses nor, but for the first that
 * their disks go through, storage accounts.
 */
const regionCount = z.enum([
  'cores',
  'standard-hdds',
  'standard-ssds',
  'premium-ssds',
  'network-interfaces',
  'addresses',
  'public-ip-addresses',
  'storage-accounts',
]);

/** What the machines would take of each quota they count against. `needed` comes on top of `used`. */
export const recoveryCapacity = z.strictObject({
  quotas: z.array(
    z.strictObject({
      subscriptionId,
      location: z.string(),
      counts: regionCount,
      /** Of cores: Azure's name of a family of sizes; null: all sizes together. */
      family: z.string().nullable(),
      /** Of addresses: the subnet that has them. */
      subnet: z.strictObject({ network: z.string(), name: z.string() }).nullable(),
      needed: z.int(),
      used: z.int(),
      limit: z.int(),
      /** Those that would find too little left of it, in the order in which the machines come back. */
      refused: z.array(itemPath),
    }),
  ),
  /** Of how many machines the cores cannot be told: Azure does not name their size, or the user may not see the quotas. */
  unknown: z.int(),
  /**
   * Of how many machines the disks cannot be told: the machine is gone, has none that are managed or some of a kind whose quota has no known name,
   * or the user may not see them or the quotas.
   */
  unknownDisks: z.int(),
  /** Of what the user may not see the quotas somewhere. */
  unseen: z.array(regionCount),
});

export type RecoveryOutlook = z.infer<typeof recoveryOutlook>;
export type RegionCount = z.infer<typeof regionCount>;
export type RecoveryCapacity = z.infer<typeof recoveryCapacity>;
