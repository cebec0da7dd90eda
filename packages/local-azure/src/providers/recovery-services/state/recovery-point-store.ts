import { keptUntil, type Level } from '@tresor/retention';
import type { ArmResource, World } from '../../../world/world';
import type { HeldKeys } from './backup-keys';
import type { DiskConfiguration } from './disk-exclusion';
import type { DiskContents, Threat } from '../../../world/compute/disk-contents';
import { planOf } from './backup-plan';
import { keyOfItem } from './item-store';
import type { Item } from './item-store';
import { findPolicy } from './policy-store';

/** A recovery point without what it holds. Moments are milliseconds since 1970. */
export interface RecoveryPoint {
  /** Digits. */
  id: string;
  takenAt: number;
  /** Moment of the schedule that it belongs to. */
  ranAt: number;
  /** Set when somebody asked for a backup and, with it, for an end. */
  expiresAt?: number;
  type: 'AppConsistent' | 'FileSystemConsistent' | 'CrashConsistent';
  osType: 'Windows' | 'Linux';
  vmSize: string;
  encrypted: boolean;
  managedDisks: boolean;
  premium: boolean;
  zones?: string[];
  /** What it takes up in the vault. */
  bytes: number;
  /** Days for which the snapshot itself is kept. */
  instantDays: number;
  /** Set when nothing was moved to the vault: of several scheduled backups a day only the last is. The point ends with its snapshot. */
  snapshotOnly?: boolean;
  /** Set once it was moved to the archive tier: it is neither in the vault nor a snapshot any more. */
  archived?: true;
  policyType: 'V1' | 'V2';
  /** Absent for a machine of the usual kind. */
  securityType?: string;
  /** Set when disks were left out. */
  diskConfiguration?: DiskConfiguration;
  /** What Defender had found in the machine at that moment, where the vault scans at the source. */
  threats?: readonly Threat[];
}

/** What a recovery point holds: the machine without what was left out, its disks, its keys. */
export interface PointContents {
  vm: ArmResource;
  diskConfiguration?: DiskConfiguration;
  disks: ArmResource[];
  keys?: HeldKeys;
  /** The disks of an encrypted machine that are not encrypted themselves, by their LUN; -1 stands for that of the operating system. */
  plainDisks?: readonly number[];
  /** What is on the disk of the operating system. */
  system?: DiskContents;
}

const DAY = 86_400_000;
const points = (world: World) => world.documents<RecoveryPoint>('recovery-points');
const contents = (world: World) => world.documents<PointContents>('recovery-point-contents');
const keyOf = (item: Item, id: string) => `${keyOfItem(item)}/${id}`;

/** Adds or replaces a point; what it holds is kept apart. */
export function savePoint(world: World, item: Item, point: RecoveryPoint): void {
  points(world).put(keyOf(item, point.id), point);
}

/** Keeps what a point holds. */
export function saveContents(world: World, item: Item, pointId: string, held: PointContents): void {
  contents(world).put(keyOf(item, pointId), held);
}

/** What a point holds. */
export function contentsOf(world: World, item: Item, pointId: string): PointContents | undefined {
  return contents(world).get(keyOf(item, pointId));
}

/** With what it holds. */
export function removePoint(world: World, item: Item, pointId: string): void {
  points(world).delete(keyOf(item, pointId));
  contents(world).delete(keyOf(item, pointId));
}

/** The points of an item, newest first. */
export function allPoints(world: World, item: Item): RecoveryPoint[] {
  return points(world)
    .list(`${keyOfItem(item)}/`)
    .toSorted((a, b) => b.takenAt - a.takenAt);
}

const RULES: Record<Level, string> = { daily: 'Daily', weekly: 'Weekly', monthly: 'Monthly', yearly: 'Yearly' };

export interface Expiry {
  at: number;
  rule?: string;
}

/** When each point of an item ends and by which rule; undefined while protection is stopped, when everything is kept; while it is suspended they end by the policy that was. */
export function expiries(world: World, item: Item): (point: RecoveryPoint) => Expiry | undefined {
  const policyName = item.policyName || item.keptByPolicy;
  const policy = policyName ? findPolicy(world, item.vaultId, policyName)?.properties : undefined;
  const plan = policy && planOf(policy);
  return (point) => {
    if (point.expiresAt !== undefined) return { at: point.expiresAt, rule: 'On-Demand' };
    if (!plan) return undefined;
    const kept = point.snapshotOnly ? undefined : keptUntil(plan.retention, plan.recurrence.zone, point.takenAt, point.ranAt);
    return kept ? { at: kept.until, rule: RULES[kept.level] } : { at: point.takenAt + point.instantDays * DAY };
  };
}

function isKept(world: World, item: Item): (point: RecoveryPoint, index: number) => boolean {
  const now = world.clock.now();
  const expiryOf = expiries(world, item);
  return (point, index) => index === 0 || (expiryOf(point)?.at ?? Infinity) > now;
}

/** The points that are still kept, newest first. The newest is never given up. */
export function livePoints(world: World, item: Item): RecoveryPoint[] {
  return allPoints(world, item).filter(isKept(world, item));
}

/** Forgets the points whose time is over. Answers what the others take up in the vault, in bytes. */
export function dropExpiredPoints(world: World, item: Item): number {
  const isLive = isKept(world, item);
  let bytes = 0;
  for (const [index, point] of allPoints(world, item).entries()) {
    if (isLive(point, index)) bytes += point.bytes;
    else removePoint(world, item, point.id);
  }
  return bytes;
}

/** Whether the snapshot of a point still lies beside the disks. */
export function hasSnapshot(world: World, point: RecoveryPoint): boolean {
  return world.clock.now() < point.takenAt + point.instantDays * DAY;
}
