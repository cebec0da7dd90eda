import type { KeyChain, KeyVaultTarget } from '@tresor/contracts';
import { isKeyForeign, isRevivable, KEY_VAULT_NAME, linksOf } from '@tresor/support-matrix';
import type { Message } from '../../../language/messages';
import { keyMessages } from './key-messages';
import { isOriginalClosed, usableTargets } from './key-targets';

/** In the order they are offered: the way that changes least comes first. */
const KEY_WAYS = ['recover', 'restore', 'create'] as const;
export type KeyWay = (typeof KEY_WAYS)[number];

interface KeyOffer {
  way: KeyWay;
  /** Why this way leads nowhere; undefined when it can be gone. */
  reason: Message | undefined;
}

export const isChainComplete = (chain: KeyChain): boolean => linksOf(chain).every(({ state }) => state === 'present');

/** What tells one state of a chain from another. */
export const stateOfChain = (chain: KeyChain): string =>
  linksOf(chain)
    .map(({ url, state }) => `${url} ${state}`)
    .join(' ');

/** The ways to bring key and secret back, with the reason where one is barred. `targets` undefined: they are not known, and `unread` says why. */
export function keyOffers(
  chain: KeyChain,
  targets: readonly KeyVaultTarget[] | undefined,
  unread: Message = keyMessages.targetsLoading,
  isIsolated = false,
): KeyOffer[] {
  const isForeign = isKeyForeign(chain);
  const whyNotRestore = () => {
    if (isForeign) return keyMessages.foreignKey;
    if (targets === undefined) return unread;
    return usableTargets(targets).length === 0 ? keyMessages.noTarget : undefined;
  };
  const isRecoverable = isRevivable(chain) || isOriginalClosed(targets ?? [], chain.secret.keyVaultId);
  const whyNotRecover = () => {
    if (isIsolated) return keyMessages.isolated;
    return isRecoverable ? undefined : keyMessages.nothingDeleted;
  };
  return [
    { way: 'recover', reason: whyNotRecover() },
    { way: 'restore', reason: whyNotRestore() },
    { way: 'create', reason: isForeign ? keyMessages.foreignKey : undefined },
  ];
}

export const isKeyVaultName = (name: string): boolean => KEY_VAULT_NAME.test(name);
