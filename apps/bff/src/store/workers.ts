import { randomUUID } from 'node:crypto';

const alive = new Set<string>();

/** A name under which leases are held: it says which process of this machine bears it. */
export function newWorker(): string {
  const name = `${process.pid} ${randomUUID()}`;
  alive.add(name);
  return name;
}

export function endWorker(name: string): void {
  alive.delete(name);
}

/** Whether a worker of this machine is certainly gone, so that nobody need wait for its lease to end. */
export function isGone(name: string): boolean {
  const pid = Number(name.split(' ')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return !alive.has(name);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
