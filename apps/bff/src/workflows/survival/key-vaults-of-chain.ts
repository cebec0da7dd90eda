import type { KeyChain, KeyVaultAccess, SurvivalKeyVault } from '@tresor/contracts';
import { sameName, type Edition, type SurvivalKeyVault as KeyVaultFacts } from '@tresor/support-matrix';
import { memoized } from '../../memoized';
import { idKey, parseArmId } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { readKeyVaultAccess } from '../../azure/key-vault-access/read-access';
import type { KeyVaultPlace } from '../../azure/keys/key-vault-place';
import type { ChainReads, Home } from '../../azure/keys/read-chain';
import { areInDifferentGeographies } from '../../azure/regions';

/** A key vault as it is told, and as the rules look at it. */
export interface JudgedKeyVault {
  summary: Omit<SurvivalKeyVault, 'findings'>;
  facts: KeyVaultFacts;
}

export type KeyVaultsOf = (chain: KeyChain, home: Home) => Promise<JudgedKeyVault[]>;

/** Looks at the key vaults of chains, at each once. */
export function keyVaultReader(session: AzureSession, edition: Edition, { place: placeOf }: ChainReads): KeyVaultsOf {
  const accessOf = memoized(
    (id: string, needsKeys: boolean) => `${idKey(id)} ${String(needsKeys)}`,
    async (id, needsKeys) => (await readKeyVaultAccess(session, [id], edition, needsKeys))[0],
  );
  const geographies = memoized(
    (...parts: [subscriptionId: string, one: string, other: string]) => parts.join(' '),
    (subscriptionId, one, other) => areInDifferentGeographies(session, subscriptionId, one, other),
  );

  async function placeFacts(id: string, place: KeyVaultPlace, home: Home): Promise<KeyVaultFacts['place']> {
    if (parseArmId(id)?.subscriptionId.toLowerCase() !== home.subscriptionId.toLowerCase()) return 'other-subscription';
    if (place.state !== 'there' && place.state !== 'deleted') return 'same';
    if (sameName(place.location, home.location)) return 'same';
    return (await geographies(home.subscriptionId, place.location, home.location)) ? 'other-geography' : 'other-region';
  }

  async function judged(id: string, needsKeys: boolean, home: Home): Promise<JudgedKeyVault> {
    const place = await placeOf(id, home.location);
    const access = place.state === 'there' ? await accessOf(id, needsKeys) : undefined;
    const summary = summaryOf(id, place, access);
    return {
      summary,
      facts: {
        state: summary.state,
        place: await placeFacts(id, place, home),
        enabledForDiskEncryption: place.state === 'there' ? place.enabledForDiskEncryption : null,
        purgeProtection: summary.purgeProtected,
        service: summary.service,
      },
    };
  }

  return ({ secret, key }, home) => {
    const ids = new Map([secret, ...(key ? [key] : [])].map(({ keyVaultId }) => [idKey(keyVaultId), keyVaultId]));
    const needsKeys = (id: string) => key !== null && idKey(key.keyVaultId) === idKey(id);
    return Promise.all([...ids.values()].map((id) => judged(id, needsKeys(id), home)));
  };
}

function summaryOf(id: string, place: KeyVaultPlace, access: KeyVaultAccess | undefined): JudgedKeyVault['summary'] {
  const isKnown = place.state === 'there' || place.state === 'deleted';
  return {
    id,
    name: parseArmId(id)?.name ?? id,
    state: place.state === 'there' && !place.isReachable ? 'registering' : place.state,
    keptUntil: place.state === 'deleted' ? place.keptUntil : null,
    purgeProtected: isKnown ? place.purgeProtected : null,
    service: access?.state === 'granted' || access?.state === 'lacking' ? access.state : 'unknown',
    lacking: access?.lacking ?? [],
  };
}
