import { machineEncryption, type MachineEncryption } from '@tresor/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asker } from '../../testing/ask';
import { keyVaultId, SUBSCRIPTION, vmId } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

const encryptionOf = (name: string, group = 'OperationsRG', edition = '2017-01', person = 'adele'): Promise<MachineEncryption> =>
  ask.get(machineEncryption, `${SUBSCRIPTION}/virtual-machines/${group}/${name}/encryption?edition=${edition}`, { person });

describe('the encryption of one machine', () => {
  it('is told down to the versions of its secret and its key, with one pass or two', async () => {
    for (const [name, pass] of [
      ['FullRestoreVM1', 'dual'],
      ['SinglePassVM1', 'single'],
    ] as const) {
      const { machine, keyChain, keyVaults, disks, agent } = await encryptionOf(name);
      expect(machine.encryption).toMatchObject({ kind: 'bek-kek', pass });
      expect(keyChain?.secret).toMatchObject({ state: 'present', newest: true, keyVaultName: 'contosokv' });
      expect(keyChain?.key).toMatchObject({ name: 'ContosoKEK', state: 'present' });
      expect(keyVaults).toMatchObject([{ name: 'ContosoKV', state: 'granted', enabledForDiskEncryption: true }]);
      expect(disks[0]).toMatchObject({ role: 'os', state: 'encrypted', diskEncryptionSet: null });
      expect(agent?.state).toBe('ready');
    }
  });

  it('says what is the matter with a link', async () => {
    const expired = await encryptionOf('KekExpiredVM1', 'KeysRG');
    expect(expired.keyChain?.key).toMatchObject({ state: 'expired' });
    expect(Date.parse(expired.keyChain?.key?.expires ?? '')).toBeLessThan(Date.now());
    expect((await encryptionOf('KekDisabledVM1', 'KeysRG')).keyChain?.key?.state).toBe('disabled');
    expect((await encryptionOf('SecretPurgedVM1', 'KeysRG')).keyChain?.secret.state).toBe('missing');
    expect((await encryptionOf('KeyVaultDeletedVM1', 'KeysRG')).keyChain?.secret.state).toBe('vault-deleted');
    const rbac = await encryptionOf('RbacVM1', 'KeysRG');
    expect(rbac.keyVaults).toMatchObject([{ model: 'rbac', state: 'lacking' }]);
  });

  it('has no key of a machine with a BEK alone, and none at all of one that the platform encrypts', async () => {
    const bek = await encryptionOf('BekOnlyVM2');
    expect(bek.keyChain).toMatchObject({ key: null });
    expect(bek.machine).toMatchObject({ osType: 'Linux', encryption: { kind: 'bek' } });
    const set = await encryptionOf('CustomerKeyVM1', 'KeysRG');
    expect(set).toMatchObject({ keyChain: null, keyVaults: [], machine: { diskEncryptionSet: true, encryptionAtHost: false } });
    expect(set.disks[0]?.diskEncryptionSet).toBe('ContosoDES');
    expect((await encryptionOf('HostEncryptedVM1', 'KeysRG')).machine.encryptionAtHost).toBe(true);
  });

  it('names the vault that protects it, and the agent that is missing', async () => {
    expect((await encryptionOf('ProtectedVM1')).machine.protectedByVaultId).toContain('OperationsVault');
    expect((await encryptionOf('NoAgentVM1')).agent).toEqual({ state: 'missing', version: null });
  });

  it('shows a guest what he may see, and says of the rest that he may not', async () => {
    const seen = await encryptionOf('FullRestoreVM1', 'OperationsRG', '2017-01', 'lee');
    expect(seen.keyChain?.secret.state).toBe('unreadable');
    expect(seen.keyVaults).toMatchObject([{ state: 'unreadable' }]);
  });

  it('of a machine that is not there is not found', async () => {
    const answer = await contoso.as('adele', `${SUBSCRIPTION}/virtual-machines/OperationsRG/NotThere/encryption?edition=current`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'virtual-machine-not-found' });
  });
});

/** What the portal's script has Azure do: the command that enables encryption, once more and with a key. */
async function encryptWithKey(name: string): Promise<void> {
  const id = vmId('OperationsRG', name);
  const keyVault = keyVaultId('KeyVaultRG', 'ContosoKV');
  const key = await encryptionOf('SinglePassVM1');
  const settings = {
    EncryptionOperation: 'EnableEncryption',
    KeyVaultURL: 'https://contosokv.vault.azure.net/',
    KeyVaultResourceId: keyVault,
    KeyEncryptionKeyURL: key.keyChain?.key?.url,
    KekVaultResourceId: keyVault,
    VolumeType: 'All',
  };
  const extension = { publisher: 'Microsoft.Azure.Security', type: 'AzureDiskEncryption', typeHandlerVersion: '2.2', settings };
  const url = `${id}/extensions/AzureDiskEncryption?api-version=2023-09-01`;
  const { status } = await direct(contoso.azure, 'adele', 'PUT', url, { location: 'westeurope', properties: extension });
  expect(status).toBeLessThan(300);
}

it('a machine with a BEK alone has both once its encryption was called with a key', async () => {
  expect((await encryptionOf('BekOnlyVM3')).machine.encryption.kind).toBe('bek');
  await encryptWithKey('BekOnlyVM3');
  contoso.azure.advance(30 * 60_000);
  // An answer serves the same question for a second more.
  const encryption = async () => (await encryptionOf('BekOnlyVM3')).machine.encryption;
  await expect.poll(encryption).toMatchObject({ kind: 'bek-kek', pass: 'single' });
  expect((await encryptionOf('BekOnlyVM3')).keyChain).toMatchObject({
    secret: { state: 'present' },
    key: { name: 'ContosoKEK', state: 'present' },
  });
});
