import type { World } from '../world';

/** A lease as it was last changed. Moments are milliseconds since 1970. */
interface StoredLease {
  key: string;
  id: string;
  /** For ever where there are none. */
  seconds?: number;
  endsAt?: number;
  /** Somebody broke it: at that moment it is over. */
  brokenAt?: number;
}

type LeaseState = 'available' | 'leased' | 'expired' | 'breaking' | 'broken';

/** A lease at this moment. */
export interface Lease {
  state: LeaseState;
  /** Empty where nobody ever had one. */
  id: string;
  /** How long it was given for; for ever where there are none. */
  seconds?: number;
  /** Seconds until a lease that is breaking is broken, or one for a time ends; undefined for one that lasts for ever. */
  remaining?: number;
}

const leases = (world: World) => world.documents<StoredLease>('blob-leases');

const secondsUntil = (moment: number, now: number) => Math.max(0, Math.ceil((moment - now) / 1000));

/**
 * The lease on a container or blob. It runs by the clock of the computer, whatever the time in this world: clients renew theirs by the
 * same clock. `key` is that of the blob or, with an empty name, of the container.
 */
export function leaseOf(world: World, key: string): Lease {
  const stored = leases(world).get(key);
  if (!stored) return { state: 'available', id: '' };
  const now = Date.now();
  const { id, endsAt, brokenAt, seconds } = stored;
  const given = { id, ...(seconds !== undefined && { seconds }) };
  if (brokenAt !== undefined) {
    return now < brokenAt ? { state: 'breaking', ...given, remaining: secondsUntil(brokenAt, now) } : { state: 'broken', ...given };
  }
  if (endsAt === undefined) return { state: 'leased', ...given };
  return now < endsAt ? { state: 'leased', ...given, remaining: secondsUntil(endsAt, now) } : { state: 'expired', ...given };
}

/** Gives a lease for some seconds, or for ever. */
export function putLease(world: World, key: string, id: string, seconds: number | undefined): void {
  leases(world).put(key, { key, id, ...(seconds !== undefined && { seconds, endsAt: Date.now() + seconds * 1000 }) });
}

/** The same lease under another id. */
export function renameLease(world: World, key: string, id: string): void {
  const stored = leases(world).get(key);
  if (stored) leases(world).put(key, { ...stored, id });
}

/** Ends a lease after some seconds, no matter who has it. */
export function breakLease(world: World, key: string, seconds: number): void {
  const stored = leases(world).get(key);
  if (stored) leases(world).put(key, { ...stored, brokenAt: Date.now() + seconds * 1000 });
}

/** Whether there was one. `key` is that of `leaseOf`. */
export const forgetLease = (world: World, key: string): boolean => leases(world).delete(key);

/** Forgets the leases of a container and of all its blobs. */
export function forgetLeasesBelow(world: World, containerKey: string): void {
  for (const { key } of leases(world).list(containerKey)) forgetLease(world, key);
}
