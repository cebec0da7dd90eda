import { randomUUID } from 'node:crypto';
import { foundCommand, keyVaultView, problem, recordedCommand, restoreRecord } from '@tresor/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { OPERATIONS } from '../../testing/contoso-places';
import { restoreDisks, restorePath } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);
const VAULT = OPERATIONS.replace('/api/vaults/', '');
const REVOKED_KV = `/api/key-vaults/${VAULT.split('/')[0]}/KeyVaultRG/RevokedKV`;

beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

/** Asks with what the portal says beside it: why, and in which restore. */
function say(method: string, path: string, { reason, within, body, person = 'adele' }: CallOptions): Promise<Response> {
  const call = (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (reason !== undefined) headers.set('x-tresor-reason', encodeURIComponent(reason));
    if (within !== undefined) headers.set('x-tresor-journey', within);
    return contoso.server.call(url, { ...init, headers });
  };
  return contoso.as(person, path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) }, { call });
}

interface CallOptions {
  reason?: string;
  within?: string;
  body?: unknown;
  person?: string;
}

const find = (reason: string, person = 'adele') =>
  ask.get(z.array(foundCommand), `/api/commands?reason=${encodeURIComponent(reason)}`, { person });

describe('a ticket number', () => {
  it('finds what was done for it: in the list of restores, and in all vaults its reader sees', async () => {
    const jobId = await restoreDisks(contoso, ask, 'AppVM1');
    expect((await say('DELETE', `${restorePath(jobId)}/leftovers`, { reason: 'INC-4711 lost machine' })).status).toBeLessThan(500);
    const listed = await ask.get(z.array(z.looseObject({ jobId: z.string(), reasons: z.array(z.string()) })), `${OPERATIONS}/restores`);
    expect(listed.find((one) => one.jobId === jobId)?.reasons).toEqual(['INC-4711 lost machine']);
    const [found] = await find('inc-4711');
    expect(found).toMatchObject({
      journey: jobId,
      command: 'restores.removeLeftovers',
      reason: 'INC-4711 lost machine',
      vault: { vaultName: VAULT.split('/')[2] },
    });
    expect(await find('INC-9999')).toEqual([]);
  });

  it('tells nobody of vaults that person may not see', async () => {
    const hidden = '/api/vaults/0c7a52be-41f9-4d18-a6c2-93be5d20e7f4/TestRG/TestVault';
    await say('POST', `${hidden}/items/TestRG/NoSuchVM/stop`, { reason: 'INC-0815', body: { data: 'retain' } });
    await say('POST', `${OPERATIONS}/items/OperationsRG/NoSuchVM/stop`, { reason: 'INC-0815', body: { data: 'retain' } });
    expect((await find('INC-0815')).map(({ vault }) => vault.vaultName).toSorted()).toEqual(['OperationsVault', 'TestVault']);
    expect(await find('INC-0815', 'lee')).toMatchObject([
      { journey: null, command: 'items.stop', vault: { vaultName: 'OperationsVault' } },
    ]);
  });

  it('is no two letters', async () => {
    expect(problem.parse(await (await contoso.as('adele', '/api/commands?reason=IN')).json()).code).toBe('invalid-request');
  });
});

/** Gives Azure Backup access to a key vault, as a person in a restore does. Answers the path of the grant. */
async function give(within: string): Promise<string> {
  const { details } = await ask.get(keyVaultView, REVOKED_KV);
  const permissions = ['keys/get', 'keys/list', 'keys/backup', 'secrets/get', 'secrets/list', 'secrets/backup'];
  const body = { way: 'access-policy', permissions, stamp: details?.stamp };
  const path = `${REVOKED_KV}/grants/${randomUUID()}`;
  expect((await say('PUT', path, { within, body })).status).toBe(200);
  return path;
}

describe('access to a key vault that is given within a restore', () => {
  it('stands in the record of the restore and of its vault, and its taking back, too', async () => {
    const jobId = await restoreDisks(contoso, ask, 'RevokedVM1');
    const path = await give(`${VAULT}/${jobId}`);
    await say('POST', `${path}/undo`, { within: `${VAULT}/${jobId}` });
    const { commands } = await ask.get(restoreRecord, `${restorePath(jobId)}/record`, { person: 'megan' });
    expect(commands.slice(1)).toMatchObject([
      { command: 'keyVaults.grant', by: { name: 'Adele Vance' }, target: expect.stringMatching(/RevokedKV$/), result: 'done' },
      { command: 'keyVaults.undo' },
    ]);
    const all = await ask.get(z.array(recordedCommand), `${OPERATIONS}/commands`);
    expect(all.filter(({ command }) => command === 'keyVaults.grant')).toHaveLength(1);
  });

  it('is not put into the record of a restore that is none', async () => {
    const nowhere = randomUUID();
    await give(`${VAULT}/${nowhere}`);
    expect((await ask.get(restoreRecord, `${restorePath(nowhere)}/record`)).commands).toEqual([]);
  });
});
