import type { KeyChain, KeyLink, KeyState, KeyVaultTarget } from '@tresor/contracts';
import { KEY_VAULT_NAME } from '@tresor/support-matrix';
import type { Message } from '../../../language/messages';
import { keyMessages } from './key-messages';
import { isOriginalClosed, originalTarget, usableTargets } from './key-targets';

/** In the order they are offered: the way that changes least comes first. */
export const KEY_WAYS = ['recover', 'restore', 'create'] as const;
export type KeyWay = (typeof KEY_WAYS)[number];

export interface KeyOffer {
  way: KeyWay;
  /** Why this way leads nowhere; undefined when it can be gone. */
  reason: Message | undefined;
}

const linksOf = ({ secret, key }: KeyChain): KeyLink[] => [secret, ...(key === null ? [] : [key])];

const some = (chain: KeyChain, ...states: KeyState[]) => linksOf(chain).some(({ state }) => states.includes(state));

export const isChainComplete = (chain: KeyChain): boolean => linksOf(chain).every(({ state }) => state === 'present');
/** What tells one state of a chain from another. */
export const stateOfChain = (chain: KeyChain): string =>
  linksOf(chain)
    .map(({ url, state }) => `${url} ${state}`)
    .join(' ');

/** What can be made good where it is. */
const RECOVERABLE = ['deleted', 'vault-deleted', 'disabled', 'expired', 'vault-not-enabled'] as const;

/** Where the backup of a key that stands there is restored by no key vault here. */
const FOREIGN: readonly KeyState[] = ['vault-other-subscription', 'vault-other-geography'];

/** The ways to bring key and secret back, with the reason where one is barred. `targets` undefined: they are still being read. */
export function keyOffers(chain: KeyChain, targets: readonly KeyVaultTarget[] | undefined): KeyOffer[] {
  const isForeign = chain.key !== null && FOREIGN.includes(chain.key.state);
  const whyNotRestore = () => {
    if (isForeign) return keyMessages.foreignKey;
    if (targets === undefined) return keyMessages.targetsLoading;
    return usableTargets(targets).length === 0 ? keyMessages.noTarget : undefined;
  };
  const isRecoverable = some(chain, ...RECOVERABLE) || isOriginalClosed(targets ?? [], chain.secret.keyVaultId);
  return [
    { way: 'recover', reason: isRecoverable ? undefined : keyMessages.nothingDeleted },
    { way: 'restore', reason: whyNotRestore() },
    { way: 'create', reason: isForeign ? keyMessages.foreignKey : undefined },
  ];
}

/** Which way is chosen before anybody chooses: into a key vault of others only when somebody says so. */
export function firstWay(chain: KeyChain, offers: readonly KeyOffer[], targets: readonly KeyVaultTarget[]): KeyWay {
  const isOpen = (way: KeyWay) => offers.some((offer) => offer.way === way && offer.reason === undefined);
  if (isOpen('recover')) return 'recover';
  return isOpen('restore') && originalTarget(targets, chain.secret.keyVaultId) ? 'restore' : 'create';
}

export const isKeyVaultName = (name: string): boolean => KEY_VAULT_NAME.test(name);
