import { itemDetails, recoveryPoint, restoreOutlook, type RecoveryPoint } from '@tresor/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker, type Asked } from '../../../testing/ask';
import { ofVault, OPERATIONS, vmId } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

const points = (vm: string, asked?: Asked, query = '') =>
  ask.get(z.array(recoveryPoint), `${OPERATIONS}/items/OperationsRG/${vm}/recovery-points${query}`, asked);

async function newest(vm: string, asked?: Asked): Promise<RecoveryPoint> {
  const [point] = await points(vm, asked);
  if (!point) throw new Error(`${vm} has no recovery point`);
  return point;
}

describe('recovery points', () => {
  it('come newest first, of the days asked for', async () => {
    const all = await points('AppVM1');
    expect(all.map(({ time }) => time)).toEqual(
      all
        .map(({ time }) => time)
        .toSorted()
        .toReversed(),
    );
    expect((await points('AppVM1', {}, '?days=3')).length).toBeLessThan(all.length);
    expect(all[0]).toMatchObject({ encrypted: false, keyChain: null, managedDisks: true, verdict: { state: 'restorable' } });
  });

  it('with their keys in place can be restored', async () => {
    const point = await newest('FullRestoreVM1');
    expect(point).toMatchObject({ encrypted: true, pass: 'dual', osType: 'Windows', verdict: { state: 'restorable', reasons: [] } });
    expect(point.keyChain?.key?.keyVaultName.toLowerCase()).toBe('contosokv');
    expect(point.keyChain?.secret.url).toMatch(/^https:\/\/contosokv\.vault\.azure\.net\/secrets\/[0-9A-F-]+\/[0-9a-f]+$/);
  });

  it('tell a purged key and secret', async () => {
    expect((await newest('LostKeysVM1')).verdict).toEqual({ state: 'needs-keys', reasons: ['secret-not-there', 'key-not-there'] });
  });

  it('tell a key vault that does not exist', async () => {
    expect((await newest('LostVaultVM1')).verdict).toEqual({ state: 'needs-keys', reasons: ['key-vault-missing'] });
  });

  it('of a deleted item are blocked', async () => {
    expect((await newest('DeletedItemVM1')).verdict).toMatchObject({ state: 'blocked', reasons: ['item-deleted'] });
  });

  it('are not judged for a guest who sees no key vaults', async () => {
    expect((await newest('FullRestoreVM1', { person: 'lee' })).verdict.state).toBe('unknown');
  });

  it('follow what happens in the key vault', async () => {
    const { keyChain } = await newest('ProtectedVM1');
    const secret = keyChain?.secret.url ?? '';
    await direct(contoso.azure, 'adele', 'PATCH', `${secret}?api-version=7.4`, { attributes: { enabled: false } });
    await expect.poll(async () => (await newest('ProtectedVM1')).verdict.reasons).toEqual(['secret-disabled']);
    await direct(contoso.azure, 'adele', 'DELETE', `${secret.split('/').slice(0, 5).join('/')}?api-version=7.4`);
    await expect.poll(async () => (await newest('ProtectedVM1')).keyChain?.secret.state).toBe('deleted');
  }, 15_000);
});

it('what keys hold is in no answer and in no log', async () => {
  const vm = 'FullRestoreVM1';
  const { id } = await newest(vm);
  const container = `iaasvmcontainerv2;operationsrg;${vm}`;
  const vault = `${vmId('OperationsRG', vm).split('/providers/')[0]}/providers/Microsoft.RecoveryServices/vaults/OperationsVault`;
  const url = `${vault}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${container}/protectedItems/VM;${container}/recoveryPoints/${id}?api-version=2023-06-01`;
  const { body } = await direct(contoso.azure, 'adele', 'GET', url);
  const held = z
    .object({
      properties: z.object({
        keyAndSecret: z.object({
          kekDetails: z.object({ keyBackupData: z.string().min(50) }),
          bekDetails: z.object({ secretData: z.string().min(50) }),
        }),
      }),
    })
    .parse(body).properties.keyAndSecret;
  const response = await contoso.as('adele', `${OPERATIONS}/items/OperationsRG/${vm}/recovery-points`);
  const shown = (await response.text()) + contoso.server.log();
  // A blob is sealed again for each reader; its head names the format.
  for (const secret of [held.bekDetails.secretData, held.kekDetails.keyBackupData.slice(0, 50)]) expect(shown).not.toContain(secret);
  expect(shown).not.toContain('keyBackupData');
});

describe('the points of a machine in which ransomware was at work', () => {
  it('say of each what was found in it; the restore proposes the newest clean one, and warns of another', async () => {
    await using catastrophe = await startContoso('catastrophe');
    const there = asker(() => catastrophe);
    const item = `${ofVault('EstateRG', 'EstateVault')}/items/OrdersRG/OrdersSql01`;
    const found = await there.get(z.array(recoveryPoint), `${item}/recovery-points`);
    expect(found.map(({ threat }) => threat)).toEqual(['suspicious', 'none', 'none', 'none', 'none']);
    const [struck, clean] = found;
    const threats = [
      { title: 'Ransomware indicators detected', severity: 'High', state: 'Active' },
      { title: 'Suspicious deletion of shadow copies', severity: 'Medium', state: 'Active' },
    ];
    expect(struck?.threats).toMatchObject(threats);
    expect(clean?.threats).toEqual([]);

    const outlook = `${item}/restores/outlook?edition=current`;
    expect(await there.get(restoreOutlook, outlook)).toMatchObject({ recoveryPointId: clean?.id, suspicion: null });
    const warned = await there.get(restoreOutlook, `${outlook}&recoveryPointId=${struck?.id}`);
    expect(warned.suspicion).toMatchObject({ threats, newestClean: clean?.time });
    expect(await there.get(itemDetails, item)).toMatchObject({ threat: 'suspicious' });
    expect(await there.get(itemDetails, item.replace('OrdersRG/OrdersSql01', 'DirectoryRG/DC01'))).toMatchObject({ threat: 'none' });
  });
});
