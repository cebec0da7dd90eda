import { machinePath } from '@tresor/contracts';
import { describe, expect, it } from 'vitest';
import { startTestAzure } from '../../testing/open-session';
import { readEncryptedMachine } from './encrypted-machine';
import { readMachine } from './machine';

const PATH = machinePath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', vmGroup: 'rg', vmName: 'vm' });
const ID = `/subscriptions/${PATH.subscriptionId}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`;
const KEY_VAULT = `/subscriptions/${PATH.subscriptionId}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv`;

const encryption = {
  enabled: true,
  diskEncryptionKey: { secretUrl: 'https://kv.vault.azure.net/secrets/a/1', sourceVault: { id: KEY_VAULT } },
};
const settings = { EncryptionOperation: 'EnableEncryption', KeyVaultResourceId: KEY_VAULT, VolumeType: 0 };
const ade = (properties: object) => ({ properties: { publisher: 'Microsoft.Azure.Security', type: 'AzureDiskEncryption', ...properties } });
const monitoring = { properties: { publisher: 'Microsoft.Azure.Monitor', type: 'AzureMonitorWindowsAgent' } };

const diskView = (name: string, word: string) => ({
  name,
  ...(word === 'encrypted' && { encryptionSettings: [encryption] }),
  statuses: [{ code: 'ProvisioningState/succeeded' }, { code: `EncryptionState/${word}` }],
});

/** The extension as it runs, and what it says of the volumes. */
const extensionView = (outcome: string, volumes?: object) => ({
  name: 'AzureDiskEncryption',
  type: 'Microsoft.Azure.Security.AzureDiskEncryption',
  statuses: [{ code: `ProvisioningState/${outcome}` }],
  ...(volumes && { substatuses: [{ code: 'ComponentStatus/BitlockerExtension/succeeded', message: JSON.stringify(volumes) }] }),
});

interface Shown {
  dataDisks?: object[];
  resources?: object[];
  views?: object[];
  extension?: object;
}

const bodyOf = ({ dataDisks, resources, views = [], extension }: Shown) => ({
  id: ID,
  name: 'vm',
  type: 'Microsoft.Compute/virtualMachines',
  location: 'westeurope',
  ...(resources && { resources }),
  properties: {
    provisioningState: 'Succeeded',
    storageProfile: { osDisk: { osType: 'Windows', name: 'os', managedDisk: { id: `${ID}-os` } }, ...(dataDisks && { dataDisks }) },
    instanceView: { disks: views, ...(extension && { extensions: [extension] }), statuses: [{ code: 'PowerState/running' }] },
  },
});

async function read(shown: Shown) {
  await using azure = await startTestAzure(() => ({ body: bodyOf(shown) }));
  const session = await azure.session('ada');
  return { ...(await readEncryptedMachine(session, PATH)), restored: await readMachine(session, ID) };
}

describe('a machine of Compute', () => {
  it('is read with extensions that have no settings, or are named by their ids alone', async () => {
    const { machine } = await read({ dataDisks: [], resources: [monitoring, { id: `${ID}/extensions/x` }, ade({ settings })] });
    expect(machine.encryption).toEqual({ kind: 'bek', pass: 'single', keyVaultIds: [KEY_VAULT] });
    expect((await read({ dataDisks: [], resources: [monitoring, ade({})] })).machine.encryption.kind).toBe('none');
  });

  it('is read without a word about data disks', async () => {
    const { machine, disks } = await read({});
    expect(machine.dataDiskCount).toBe(0);
    expect(disks).toMatchObject([{ name: 'os', role: 'os', state: 'unknown' }]);
  });

  it('is not encrypted by an extension that was given an application and has failed', async () => {
    const withApplication = { ...settings, AADClientID: 'f850650c-1fcf-4489-b46f-71af2e30d360' };
    const failed = ade({ settings: withApplication, provisioningState: 'Failed' });
    expect((await read({ resources: [failed] })).machine.encryption).toEqual({ kind: 'none', pass: null, keyVaultIds: [] });
    expect((await read({ resources: [ade({ settings: { ...settings, AADClientID: '' } })] })).machine.encryption.pass).toBe('single');
  });
});

describe('disks with encryption settings', () => {
  const views = [diskView('os', 'encrypted'), diskView('data', 'encrypted')];
  const statesOf = async (extension: object | undefined, shownViews = views) => {
    const { disks, restored } = await read({ dataDisks: [{ name: 'data' }], views: shownViews, ...(extension && { extension }) });
    return [...disks.map(({ state }) => state), restored?.extension, restored?.plainDisks.map(({ name }) => name)];
  };

  it('are being encrypted while the extension is at work', async () => {
    expect(await statesOf(extensionView('transitioning'))).toEqual(['encrypting', 'encrypting', 'running', ['os', 'data']]);
    const stale = extensionView('transitioning', { os: 'Encrypted', data: 'Encrypted' });
    expect(await statesOf(stale)).toEqual(['encrypting', 'encrypting', 'running', ['os', 'data']]);
  });

  it.each(['EncryptionInProgress', 'DecryptionInProgress', 'VMRestartPending', 'EncryptionInProgress 40%'])(
    'are being encrypted while it says so of their volumes: %s',
    async (word) => {
      const extension = extensionView('succeeded', { os: 'Encrypted', data: word });
      expect(await statesOf(extension)).toEqual(['encrypted', 'encrypting', 'running', ['data']]);
    },
  );

  it('are not encrypted where it left their volumes as they were', async () => {
    const extension = extensionView('succeeded', { os: 'Encrypted', data: 'NotEncrypted' });
    expect(await statesOf(extension)).toEqual(['encrypted', 'not-encrypted', 'done', ['data']]);
    const plain = [diskView('os', 'encrypted'), diskView('data', 'notEncrypted')];
    expect(await statesOf(extensionView('succeeded'), plain)).toEqual(['encrypted', 'not-encrypted', 'done', ['data']]);
  });

  it('are encrypted when it is done with them', async () => {
    const extension = extensionView('succeeded', { os: 'Encrypted', data: 'Encrypted' });
    expect(await statesOf(extension)).toEqual(['encrypted', 'encrypted', 'done', []]);
    expect(await statesOf(extensionView('succeeded'))).toEqual(['encrypted', 'encrypted', 'done', []]);
    expect(await statesOf(undefined)).toEqual(['encrypted', 'encrypted', null, []]);
  });
});
