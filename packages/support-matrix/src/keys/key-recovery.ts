import type { StepId } from '../rights/steps';

/** A key or secret that unlocks a disk. `state`: whether it is there, or what keeps it from being used, as the contract's key chain has it. */
interface KeyLinkShape {
  state: string;
  /** ARM id. */
  keyVaultId: string;
}

/** What unlocks a disk: its secret (BEK), and the key that wraps it (KEK), where there is one. */
interface KeyChainShape<Link = KeyLinkShape> {
  secret: Link;
  key: Link | null;
}

/** A key vault that key and secret might be put into. `reason`: why it can't take them; null where it can. */
interface KeyVaultTargetShape {
  id: string;
  reason: string | null;
}

const REVIVED_BY = new Map<string, StepId>([
  ['vault-deleted', 'recover-key-vault'],
  ['vault-not-enabled', 'open-key-vault'],
  ['deleted', 'recover-keys'],
  ['disabled', 'renew-keys'],
  ['expired', 'renew-keys'],
]);

/** The links of a chain in the order in which they are brought back: the key unwraps the secret. */
export const linksOf = <Link>({ key, secret }: KeyChainShape<Link>): Link[] => (key === null ? [secret] : [key, secret]);

/** The step that makes a key or secret good where it is; undefined where it is in order, or only its backup helps. */
export const revivedBy = ({ state }: Pick<KeyLinkShape, 'state'>): StepId | undefined => REVIVED_BY.get(state);

/** Whether something of the chain can be made good where it is. */
export const isRevivable = (chain: KeyChainShape): boolean => linksOf(chain).some((link) => revivedBy(link) !== undefined);

/**
 * Whether the key is out of reach of a restore: Azure restores the backup of a key in the key's own subscription and geography only
 * (learn.microsoft.com/azure/key-vault/general/backup). A secret’s value comes from the recovery point, wherever it was.
 */
export const isKeyForeign = ({ key }: KeyChainShape): boolean =>
  key?.state === 'vault-other-subscription' || key?.state === 'vault-other-geography';

/** How key and secret come back unless someone chooses: where they were, as long as that can be, and in no key vault of others. */
export function firstWay(chain: KeyChainShape, targets: readonly KeyVaultTargetShape[]): 'recover' | 'restore' | 'create' {
  const original = chain.secret.keyVaultId.toLowerCase();
  const own = targets.find(({ id }) => id.toLowerCase() === original);
  if (own?.reason === 'not-enabled-for-disk-encryption' || isRevivable(chain)) return 'recover';
  return own?.reason === null && !isKeyForeign(chain) ? 'restore' : 'create';
}
