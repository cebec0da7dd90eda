import type { Restore, RestoreInVault, RestoreStep } from '@tresor/contracts';
import { expiringLinks } from '../azure/key-chain/expiring-links';

export interface OpenRestore {
  restore: RestoreInVault;
  /** What somebody has to do, Azure is at, or what runs out. */
  trouble: { kind: 'unfinished' | 'working'; step: RestoreStep } | { kind: 'expiring'; names: string[]; until: string };
}

/** Of each machine of a vault its newest restore, from a list with the newest first: what went before it was given up. */
export function newestOfEach(restores: readonly RestoreInVault[]): RestoreInVault[] {
  const seen = new Set<string>();
  return restores.filter(({ vault, vmName }) => {
    const key = JSON.stringify([Object.values(vault), vmName]).toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

export function troubleOf(
  { next, keyChain, alone }: Pick<Restore, 'next' | 'keyChain' | 'alone'>,
  now: number,
): OpenRestore['trouble'] | undefined {
  if (next.kind === 'wait' || (alone && next.kind === 'command')) return { kind: 'working', step: next.step };
  if (next.kind === 'command' || next.kind === 'stuck') return { kind: 'unfinished', step: next.step };
  const links = expiringLinks(keyChain, now);
  const [until] = links.map(({ expires }) => expires).toSorted();
  return until === undefined ? undefined : { kind: 'expiring', names: links.map(({ name }) => name), until };
}
