import { keyVaultAccess, keyVaultView, recoveryPoint, restore, restoreScriptValues, vaultSummary } from '@tresor/contracts';
import { connect, startLocalAzure, type LocalAzure } from '@tresor/local-azure';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CLOUDS } from './clouds';
import { asker } from './testing/ask';
import { OPERATIONS } from './testing/contoso-places';
import { restoreDisks, restorePath, states } from './testing/restoring';
import { startContoso, type Contoso } from './testing/start-contoso';

const RESOURCES = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers';
let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso('contoso', { cloud: 'usgov' });
});

afterAll(() => contoso[Symbol.asyncDispose]());

describe('in Azure Government', () => {
  it('machines are restored, by keys and files that lie under its own names', async () => {
    const points = await ask.get(z.array(recoveryPoint), `${OPERATIONS}/items/OperationsRG/FullRestoreVM1/recovery-points`);
    const chain = JSON.stringify(points[0]?.keyChain);
    expect(chain).toContain('.vault.usgovcloudapi.net/');
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const restored = await ask.get(restore, restorePath(jobId));
    expect(states(restored)['disks']).toBe('done');
    expect(restored.leftovers).not.toEqual([]);
    const { serviceAppId } = await ask.get(restoreScriptValues, `${restorePath(jobId)}/script-values`);
    expect(serviceAppId).toBe(CLOUDS.usgov.backupService);
  });

  it('the Backup service is known by the application that it has there', async () => {
    const keyVaultIds = [`${RESOURCES}/Microsoft.KeyVault/vaults/IgniteDemoKV`];
    const body = { edition: 'current', keyVaultIds, needsKeys: true };
    const [access] = await ask.send(z.array(keyVaultAccess), 'POST', '/api/key-vault-access', body);
    expect(access?.state).toBe('granted');
    const { serviceAppId } = await ask.get(keyVaultView, '/api/key-vaults/f2edfd5d-5496-4683-b94f-b3588c579009/IgniteRG/IgniteDemoKV');
    expect(serviceAppId).toBe(CLOUDS.usgov.backupService);
  });
});

describe('a token of one cloud', () => {
  let elsewhere: LocalAzure;

  beforeAll(async () => {
    elsewhere = await startLocalAzure({ file: ':memory:', seed: 'empty' });
  });

  afterAll(() => elsewhere.stop());

  it('is never issued for a service of another', async () => {
    await using server = await contoso.startAnother({ cloud: CLOUDS.public });
    expect(await ask.refusal('GET', '/api/vaults', undefined, { server })).toBe('consent-required');
  });

  it('is worth nothing in another', async () => {
    const { credential } = await connect(contoso.azure, 'adele');
    const { token } = await credential.getToken(`${CLOUDS.usgov.resourceManager}/.default`);
    const list = (azure: LocalAzure) =>
      fetch(`${azure.url}/subscriptions?api-version=2022-12-01`, { headers: { authorization: `Bearer ${token}` } });
    expect((await list(contoso.azure)).status).toBe(200);
    expect((await list(elsewhere)).status).toBe(401);
  });
});

it('in the cloud it is meant for the same server answers', async () => {
  expect((await ask.get(z.array(vaultSummary), '/api/vaults')).map(({ name }) => name)).toContain('OperationsVault');
});
