import type { KeyChain, KeyState } from '@tresor/contracts';

export interface BrokenKey {
  machine: { id: string; name: string };
  link: 'secret' | 'key';
  name: string;
  state: KeyState;
}

export interface BrokenKeys {
  broken: BrokenKey[];
  /** What lay in a key vault that is gone. */
  withoutVault: BrokenKey[];
  /** Of how many machines the keys were not looked at, or could not be. */
  unseen: number;
}

/** What Azure Backup cannot read though the key vault is there. */
const BROKEN: ReadonlySet<KeyState> = new Set(['disabled', 'expired', 'deleted', 'missing']);
const WITHOUT_VAULT: ReadonlySet<KeyState> = new Set(['vault-deleted', 'vault-missing']);
const OUT_OF_SIGHT: ReadonlySet<KeyState> = new Set(['unreadable', 'firewalled', 'vault-registering']);

const linksOf = (chain: KeyChain | null) =>
  chain === null
    ? []
    : [{ link: 'secret' as const, ...chain.secret }, ...(chain.key === null ? [] : [{ link: 'key' as const, ...chain.key }])];

const isUnseen = (chain: KeyChain | null) => chain === null || linksOf(chain).some(({ state }) => OUT_OF_SIGHT.has(state));

/** `chain` null: nothing is known of it. */
export function brokenKeysOf(looked: readonly { machine: BrokenKey['machine']; chain: KeyChain | null }[]): BrokenKeys {
  const links = looked.flatMap(({ machine, chain }) => linksOf(chain).map(({ link, name, state }) => ({ machine, link, name, state })));
  return {
    broken: links.filter(({ state }) => BROKEN.has(state)),
    withoutVault: links.filter(({ state }) => WITHOUT_VAULT.has(state)),
    unseen: looked.filter(({ chain }) => isUnseen(chain)).length,
  };
}
