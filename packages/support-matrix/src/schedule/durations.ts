import { spanOf, type Span } from './span';

/** The steps of a restore that take time, in their order. */
export const TIMED_STEPS = ['disks', 'keys', 'machine', 'encryption', 'protection', 'after-care'] as const;
export type TimedStep = (typeof TIMED_STEPS)[number];

/** What is known of the past that tells how long restoring the disks of a machine takes. Times are whole seconds. */
export interface PastTimes {
  /** What its own restores took. */
  ofMachine: readonly number[];
  /** What other restores of its vault took, and how many GiB their disks hold; null where Azure does not tell. */
  ofVault: readonly { seconds: number; gibibytes: number | null }[];
  /** What its disks hold; null where it is not known. */
  gibibytes: number | null;
  /** Its backup that moved most, which took what is moved back; null where none is known. */
  backup: { seconds: number; gibibytes: number } | null;
  /** Whether the recovery point is still there as a snapshot, from which disks are made without moving anything. */
  hasSnapshot: boolean;
}

/**
 * What a duration rests on. `machine`: restores of this machine; `size`: its size, at the pace of other restores of the vault; `vault`: jobs of
 * this kind in the vault, whatever their size; `snapshot`: that a snapshot is there; `backup`: the machine's own largest backup; `assumed`: nothing
 * that was seen.
 */
export type DurationBasis =
  | { kind: 'machine' | 'vault'; count: number }
  | { kind: 'size'; count: number; gibibytes: number }
  | { kind: 'backup'; gibibytes: number }
  | { kind: 'snapshot' | 'assumed' };

export interface Duration extends Span {
  basis: DurationBasis;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const between = (low: number, expected: number, high: number): Span => ({ low, expected, high });

/**
 * Where nothing was seen. Restores from a snapshot “will be completed in minutes”, those from the vault “can take hours” (RESTORE_PRACTICES);
 * a snapshot of 127 GiB was seen to take 67 seconds. The other steps are calls that end within minutes.
 */
const ASSUMED: Readonly<Record<TimedStep, Span>> = {
  disks: between(20 * MINUTE, HOUR, 6 * HOUR),
  keys: between(20, 2 * MINUTE, 15 * MINUTE),
  machine: between(MINUTE, 3 * MINUTE, 15 * MINUTE),
  encryption: between(20, 2 * MINUTE, 10 * MINUTE),
  protection: between(MINUTE, 2 * MINUTE, 10 * MINUTE),
  'after-care': between(10, MINUTE, 10 * MINUTE),
};
const FROM_SNAPSHOT = between(MINUTE, 5 * MINUTE, 30 * MINUTE);

/** How long a step takes of which nothing was seen, in seconds. */
export const assumedDuration = (step: TimedStep): Duration => ({ ...ASSUMED[step], basis: { kind: 'assumed' } });

/** How long a step takes by the jobs of its kind in the vault; assumed where there was none. `seconds`: what they took. */
export const durationOfJobs = (step: TimedStep, seconds: readonly number[]): Duration =>
  seconds.length === 0 ? assumedDuration(step) : { ...spanOf(seconds), basis: { kind: 'vault', count: seconds.length } };

/** How long restoring the disks of a machine takes, in seconds, by the nearest of what is known. Never throws. */
export function durationOfDisks({ ofMachine, ofVault, gibibytes, backup, hasSnapshot }: PastTimes): Duration {
  if (ofMachine.length > 0) return { ...spanOf(ofMachine), basis: { kind: 'machine', count: ofMachine.length } };
  const paces = ofVault.flatMap(({ seconds, gibibytes: size }) => (size === null || size === 0 ? [] : [seconds / size]));
  if (gibibytes !== null && paces.length > 0)
    return { ...spanOf(paces.map((pace) => pace * gibibytes)), basis: { kind: 'size', count: paces.length, gibibytes } };
  const others = ofVault.map(({ seconds }) => seconds);
  if (others.length > 0) return { ...spanOf(others), basis: { kind: 'vault', count: others.length } };
  if (hasSnapshot) return { ...FROM_SNAPSHOT, basis: { kind: 'snapshot' } };
  if (backup !== null) return { ...spanOf([backup.seconds]), basis: { kind: 'backup', gibibytes: backup.gibibytes } };
  return assumedDuration('disks');
}
