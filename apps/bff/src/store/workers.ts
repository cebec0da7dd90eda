import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

const alive = new Set<string>();

/**
 * Where the number of a process says which one it is: on a computer since its start, and in Linux among the numbers of one container.
 * Where that cannot be told, nobody is in the same place.
 */
function readPlace(): string {
  if (process.platform !== 'linux') return encodeURIComponent(hostname());
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return randomUUID();
  }
}

const PLACE = readPlace();

/** The name of a worker of the process with this number here. */
export const workerOf = (pid: number): string => `${PLACE} ${pid} ${randomUUID()}`;

/** A name under which leases are held: it says which process bears it. */
export function newWorker(): string {
  const name = workerOf(process.pid);
  alive.add(name);
  return name;
}

export function endWorker(name: string): void {
  alive.delete(name);
}

/** The number of a worker's process, where it is. */
export const pidOf = (name: string): number => Number(name.split(' ')[1]);

/** Whether a worker is certainly gone, so that nobody need wait for its lease to end. Of a process elsewhere nobody knows that. */
export function isGone(name: string): boolean {
  const pid = pidOf(name);
  if (!name.startsWith(`${PLACE} `) || !Number.isInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return !alive.has(name);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
