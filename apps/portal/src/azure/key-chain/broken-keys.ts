import type { KeyChain, KeyState } from '@tresor/contracts';

export interface BrokenKey {
  machine: { id: string; name: string; resourceGroup: string };
  link: 'secret' | 'key';
  name: string;
  state: KeyState;
}

export interface BrokenKeys {
  broken: BrokenKey[];
  /** Of how many machines the keys were not looked at, or could not be. */
  unseen: number;
}

/** What Azure Backup cannot read of a key or secret. */
const BROKEN: ReadonlySet<KeyState> = new Set(['disabled', 'expired', 'deleted', 'missing', 'vault-deleted', 'vault-missing']);
const OUT_OF_SIGHT: ReadonlySet<KeyState> = new Set(['unreadable', 'firewalled', 'vault-registering']);

const linksOf = (chain: KeyChain | null) =>
  chain === null
    ? []
    : [{ link: 'secret' as const, ...chain.secret }, ...(chain.key === null ? [] : [{ link: 'key' as const, ...chain.key }])];

const isUnseen = (chain: KeyChain | null) => chain === null || linksOf(chain).some(({ state }) => OUT_OF_SIGHT.has(state));

/** `chain` null: nothing is known of it. */
export function brokenKeysOf(looked: readonly { machine: BrokenKey['machine']; chain: KeyChain | null }[]): BrokenKeys {
  const broken = looked.flatMap(({ machine, chain }) =>
    linksOf(chain).flatMap(({ link, name, state }) => (BROKEN.has(state) ? [{ machine, link, name, state }] : [])),
  );
  return { broken, unseen: looked.filter(({ chain }) => isUnseen(chain)).length };
}
