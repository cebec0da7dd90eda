import { restore } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { inSight, seen } from '../../facts';
import { asker } from '../../testing/ask';
import { keyVaultId, OPERATIONS, vmId } from '../../testing/contoso-places';
import { itemKey } from '../../../../../packages/local-azure/src/providers/recovery-services/state/item-store';
import { ADELE, PATTI, allowBlobs, closeAccount, restoreDisks, restorePath, states } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const get = (jobId: string, person = 'adele') => ask.get(restore, restorePath(jobId), { person });

describe('a restore', () => {
  it('with its keys in place waits for its machine', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const found = await get(jobId);
    expect(found).toMatchObject({
      vmName: 'FullRestoreVM1',
      vmGroup: 'OperationsRG',
      encrypted: true,
      managedDisks: true,
      targetGroup: 'IgniteRG',
      pass: 'dual',
    });
    expect(found.recoveryPointId).not.toBeNull();
    expect(seen(found.disks)).toEqual([expect.stringMatching(/^fullrestorevm1-osdisk-/)]);
    expect(states(found)).toEqual({
      disks: 'done',
      keys: 'done',
      machine: 'ready',
      encryption: 'blocked',
      protection: 'blocked',
      'after-care': 'blocked',
    });
    expect(seen(found.leftovers)).toHaveLength(1);
    // Who may not look where they are asks for that alone, not for every key vault in which they could be as well.
    const keys = (await get(jobId, 'megan')).steps.find(({ step }) => step === 'keys');
    expect(keys).toMatchObject({ state: 'hidden', needs: [{ right: 'read-keys', at: [keyVaultId('KeyVaultRG', 'ContosoKV')] }] });
  });

  it('of an item that names its machine as nothing that is one is still that of the item', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { world } = contoso.azure;
    const items = world.documents<{ vaultId: string; part: string; vmId: string }>('backup-items');
    const item = items.list().find((one) => one.vmId.endsWith('/FullRestoreVM1')) ?? expect.unreachable();
    world.write(() => items.put(itemKey(item.vaultId, item.part), { ...item, vmId: 'FullRestoreVM1' }));
    expect((await get(jobId)).vmId.toLowerCase()).toBe(vmId('OperationsRG', 'FullRestoreVM1').toLowerCase());
  });

  it('whose key and secret were purged waits for them', async () => {
    const found = await get(await restoreDisks(contoso, ask, 'LostKeysVM1'));
    expect(states(found)).toMatchObject({ disks: 'done', keys: 'ready', machine: 'blocked' });
    expect(found.keyChain).toMatchObject({ secret: { state: 'missing' }, key: { state: 'missing' } });
  });

  it('as VHDs names them where their list may be read', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1', null);
    const hidden = await get(jobId, 'patti');
    expect(hidden.disks).toEqual({ state: 'hidden', needs: [{ right: 'read-blobs', at: ['contosostaging'] }] });
    await allowBlobs(contoso, PATTI);
    await expect
      .poll(async () => inSight((await get(jobId, 'patti')).disks, []))
      .toEqual([expect.stringMatching(/^https:\/\/contosostaging\.blob\.core\.windows\.net\/[^?]+\.vhd$/)]);
  });

  it('whose storage account does not let our server in needs an opening in its firewall, and no role', async () => {
    await allowBlobs(contoso, ADELE);
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    await closeAccount(contoso);
    await expect.poll(async () => (await get(jobId)).leftovers.state).toBe('hidden');
    const { leftovers, steps } = await get(jobId);
    const needs = [{ right: 'pass-storage-firewall', at: ['contosostaging'] }];
    expect(leftovers).toEqual({ state: 'hidden', needs });
    expect(steps.filter(({ state }) => state === 'hidden').map((step) => step.needs)).toContainEqual(needs);
  });

  it('of a machine that is not encrypted needs no keys', async () => {
    const found = await get(await restoreDisks(contoso, ask, 'AppVM1'));
    expect(states(found)).toMatchObject({ disks: 'done', keys: 'done', machine: 'ready' });
    expect(seen(found.disks)).toHaveLength(2);
  });

  it('is not a job of another kind', async () => {
    const jobs = await ask.get(z.array(z.looseObject({ id: z.string() })), `${OPERATIONS}/jobs`);
    expect(await ask.refusal('GET', restorePath(jobs[0]?.id ?? ''))).toBe('job-not-found');
  });
});
