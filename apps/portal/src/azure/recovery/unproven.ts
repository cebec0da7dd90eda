import type { ProvenRestore } from '@tresor/contracts';

const DAY = 86_400_000;

/** Whether the last attempt to bring a machine up from its backup failed, lies further back than so many days, or never was. */
export function isUnproven(last: Pick<ProvenRestore, 'at' | 'isProven'> | undefined, days: number, now: number): boolean {
  return last === undefined || !last.isProven || Date.parse(last.at) < now - days * DAY;
}
