import { keySurvival, type KeySurvival } from '@tresor/contracts';
import { severityOf, type SurvivalState } from '@tresor/support-matrix';
import { assert, asyncProperty, constantFrom, record } from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { keyVaultId } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

const azure = (method: 'PATCH' | 'DELETE' | 'POST', url: string, body?: unknown) => direct(contoso.azure, 'adele', method, url, body);
const dataPlane = (url: string) => `${url}?api-version=7.4`;
const objectOf = (url: string) => url.split('/').slice(0, 5).join('/');
const deletedOf = (url: string) => objectOf(url).replace(/\/(keys|secrets)\//, '/deleted$1/');
const KEY_VAULT = `${keyVaultId('KeyVaultRG', 'ContosoKV')}?api-version=2023-07-01`;

interface Damage {
  do: (url: string) => Promise<unknown>;
  /** What it makes of the keys by itself. */
  leaves: SurvivalState;
}

/** Purge protection of ContosoKV is off, so that nothing in it is ever quite sound. */
const NOTHING: Damage = { do: () => Promise.resolve(), leaves: 'at-risk' };

/** What can happen to a key or a secret, and what that makes of a recovery point, in the words of Azure’s own documentation. */
const OBJECT_DAMAGES = {
  nothing: NOTHING,
  disabled: { do: (url) => azure('PATCH', dataPlane(url), { attributes: { enabled: false } }), leaves: 'unusable' },
  expired: { do: (url) => azure('PATCH', dataPlane(url), { attributes: { exp: 1_500_000_000 } }), leaves: 'unusable' },
  deleted: { do: (url) => azure('DELETE', dataPlane(objectOf(url))), leaves: 'recoverable' },
  purged: {
    async do(url) {
      await azure('DELETE', dataPlane(objectOf(url)));
      await azure('DELETE', dataPlane(deletedOf(url)));
    },
    leaves: 'gone',
  },
} satisfies Record<string, Damage>;

const VAULT_DAMAGES = {
  nothing: NOTHING,
  closed: { do: () => azure('PATCH', KEY_VAULT, { properties: { enabledForDiskEncryption: false } }), leaves: 'unusable' },
  deleted: { do: () => azure('DELETE', KEY_VAULT), leaves: 'recoverable' },
} satisfies Record<string, Damage>;

const ITEM = {
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  resourceGroup: 'OperationsRG',
  vaultName: 'OperationsVault',
  vmGroup: 'OperationsRG',
  vmName: 'FullRestoreVM1',
  latest: null,
};

async function look(): Promise<KeySurvival> {
  const body = { edition: 'current', items: [ITEM], before: null };
  const [row] = await ask.send(z.array(keySurvival), 'POST', '/api/key-survival', body);
  if (!row) throw new Error('nothing was told of the machine');
  return row;
}

/** What is deleted with its key vault comes back with it, however it was. */
function worstOf(secret: Damage, key: Damage, keyVault: Damage): SurvivalState {
  if (keyVault === VAULT_DAMAGES.deleted) return 'recoverable';
  const [worst = 'sound'] = [secret, key, keyVault].map(({ leaves }) => leaves).toSorted((a, b) => severityOf(a) - severityOf(b));
  return worst;
}

it('whatever happens to key, secret and key vault is told as bad as it is', async () => {
  const object = constantFrom<Damage[]>(...Object.values(OBJECT_DAMAGES));
  const vault = constantFrom<Damage[]>(...Object.values(VAULT_DAMAGES));
  await assert(
    asyncProperty(record({ secret: object, key: object, keyVault: vault }), async ({ secret, key, keyVault }) => {
      contoso.azure.reset('contoso');
      const { keyChain } = await look();
      await secret.do(keyChain?.secret.url ?? '');
      await key.do(keyChain?.key?.url ?? '');
      await keyVault.do(KEY_VAULT);
      const currentState = async () => (await look()).state;
      await expect.poll(currentState).toBe(worstOf(secret, key, keyVault));
    }),
    { numRuns: 10 },
  );
}, 60_000);
