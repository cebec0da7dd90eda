import { letIn as letInSchema, machineOptions, protectedRestored, removedLeftovers, restoreRecord } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../../testing/ask';
import { keyVaultId } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { CONTOSO_KV, keysBack, OWNER, whole } from '../../../testing/keys-back';
import { ADELE, allowBlobs, PATTI, restoreDisks, restorePath } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);
const { restoreKeys, giveRole, letIn } = keysBack(() => contoso, ask);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

/** Has somebody order something of the restore. Who that is on record. */
async function commandOf(person: string, jobId: string): Promise<{ name: string }> {
  await contoso.as(person, `${restorePath(jobId)}/leftovers`, { method: 'DELETE' });
  const { commands } = await ask.get(restoreRecord, `${restorePath(jobId)}/record`);
  const [last] = commands.slice(-1);
  if (last?.command !== 'restores.removeLeftovers') throw new Error('the command is not on record');
  return last.by;
}

/** Makes the machine with keys in a new key vault, and lets it start. */
async function runWithSecondKV(): Promise<string> {
  const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
  await restoreKeys(jobId, { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' });
  const { subnets } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
  const machine = { name: 'Again', group: 'IgniteRG', size: 'Standard_DS2_v2', subnetId: subnets[0]?.id, publicIp: false };
  await ask.send(z.looseObject({}), 'PUT', `${restorePath(jobId)}/machine`, { machine });
  contoso.azure.advance(300_000);
  return jobId;
}
const protect = (jobId: string) =>
  ask.send(protectedRestored, 'PUT', `${restorePath(jobId)}/protection`, { edition: 'current', policyName: 'DefaultPolicy' });

const isProtected = async () => {
  const { body } = await direct(contoso.azure, 'adele', 'GET', `${keyVaultId('KeyVaultRG', 'SecondKV')}?api-version=2023-07-01`);
  return z.object({ properties: z.object({ enablePurgeProtection: z.boolean().optional() }) }).parse(body).properties.enablePurgeProtection;
};

describe('a key vault that is gone', () => {
  it('is not made in a group that is gone, too, and that is said', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    const how = { way: 'create', name: 'SecondKV', group: 'GoneRG' };
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/keys`, { how })).toBe('resource-group-not-found');
  });

  it('is made again with key and secret in it', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    const how = { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' };
    const chain = await restoreKeys(jobId, how);
    expect(chain).toMatchObject({ ...whole, secret: { keyVaultName: 'SecondKV' } });
    expect(await restoreKeys(jobId, how)).toEqual(chain);
  });

  it('is made once, although an answer is lost', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    contoso.azure.faults.arm({ operation: 'PUT .*/vaults/SecondKV$', kind: 'reset-after', times: 1 });
    contoso.azure.faults.arm({ operation: 'PUT .*/vaults/SecondKV$', kind: '500' });
    const how = { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' };
    expect(await restoreKeys(jobId, how)).toMatchObject({ ...whole, secret: { keyVaultName: 'SecondKV' } });
    // Nothing was sent once more: who might have come in between keeps what is theirs.
    expect(contoso.azure.faults.armed).toHaveLength(1);
  });

  it('of somebody else, made meanwhile under its name, is taken', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    contoso.azure.faults.arm({ operation: 'PUT .*/vaults/SecondKV$', kind: '409', times: 1 });
    const how = { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' };
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/keys`, { how })).toBe('key-vault-name-taken');
  });

  it('is not made under a name that is taken', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    const how = { way: 'create', name: 'DeletedKV', group: 'IgniteRG' };
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/keys`, { how })).toBe('key-vault-name-taken');
  });
});

describe('a new key vault', () => {
  it('lets in those of the old one, and Azure Backup', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostKeysVM1');
    const before = await letIn(CONTOSO_KV);
    await restoreKeys(jobId, { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' });
    const after = await letIn(keyVaultId('KeyVaultRG', 'SecondKV'));
    expect(after.toSorted()).toEqual(before.toSorted());
  });

  it('lets in the owners of its resource group where the old one is gone', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    await giveRole(PATTI, OWNER, '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/KeyVaultRG');
    await restoreKeys(jobId, { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' });
    expect(await letIn(keyVaultId('KeyVaultRG', 'SecondKV'))).toEqual(expect.arrayContaining([ADELE, PATTI]));
    const readAccess = () => ask.get(z.array(letInSchema), `${restorePath(jobId)}/key-vaults/access`);
    const common = { keyVaultName: 'SecondKV', user: true, backup: true, groups: [] };
    expect(await readAccess()).toEqual([{ ...common, people: [], others: 1 }]);
    // Anyone who gave a command for the vault is known by name, whatever came of it.
    const { name } = await commandOf('patti', jobId);
    expect(await readAccess()).toEqual([{ ...common, people: [name], others: 0 }]);
  });

  it('is suggested under a name that is free', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    const suggestion = () => ask.get(z.strictObject({ name: z.string() }), `${restorePath(jobId)}/key-vaults/suggestion`);
    expect(await suggestion()).toEqual({ name: 'GoneKV-2' });
    const other = {
      location: 'westeurope',
      properties: { tenantId: contoso.azure.tenantId, sku: { family: 'A', name: 'standard' }, accessPolicies: [] },
    };
    await direct(contoso.azure, 'adele', 'PUT', `${keyVaultId('IgniteRG', 'GoneKV-2')}?api-version=2023-07-01`, other);
    expect(await suggestion()).toEqual({ name: 'GoneKV-3' });
  });

  it('of others is taken, which is not a missing right', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
    const how = { way: 'create', name: 'IgniteDemoKV', group: 'IgniteRG' };
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/keys`, { how })).toBe('key-vault-name-taken');
  });

  it('can be purged until the new machine runs, and never after its backup was enabled', async () => {
    const jobId = await runWithSecondKV();
    expect(await isProtected()).toBeUndefined();
    expect(await protect(jobId)).toEqual({ state: 'started', unprotected: [] });
    expect(await isProtected()).toBe(true);
  });

  it('that nobody may change holds up neither the backup nor the end of the key files, and is told and recorded', async () => {
    const jobId = await runWithSecondKV();
    await allowBlobs(contoso, ADELE);
    const lock = `${keyVaultId('KeyVaultRG', 'SecondKV')}/providers/Microsoft.Authorization/locks/still?api-version=2020-05-01`;
    await direct(contoso.azure, 'adele', 'PUT', lock, { properties: { level: 'ReadOnly' } });
    expect(await protect(jobId)).toEqual({ state: 'started', unprotected: ['SecondKV'] });
    const removed = await ask.send(removedLeftovers, 'DELETE', `${restorePath(jobId)}/leftovers`);
    expect(removed).toMatchObject({ left: [], unprotected: ['SecondKV'] });
    const { commands } = await ask.get(restoreRecord, `${restorePath(jobId)}/record`);
    expect(commands.at(-1)).toMatchObject({ about: { unprotected: 'SecondKV' } });
  });
});
