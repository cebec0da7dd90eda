import { expect, it } from 'vitest';
import { startTestAzure } from '../../testing/open-session';
import { readKeptSettings } from './kept-settings';

const attributes = {
  storageAccountName: 'contosostaging',
  configUrl: null,
  targetGroup: null,
  pointTime: null,
  container: 'restored',
  configBlob: 'config.json',
  encryptionInfoBlob: null,
};

const CONFIG = {
  'properties.networkProfile': { networkInterfaces: [{ id: '/nic' }] },
  'properties.securityProfile': { securityType: 'TrustedLaunch', encryptionAtHost: true },
  'properties.licenseType': 'Windows_Server',
  tags: { application: 'orders' },
};

async function readWith(change: object) {
  const body = JSON.stringify({ ...CONFIG, ...change });
  await using azure = await startTestAzure(() => ({ headers: { 'content-type': 'application/octet-stream' }, body }));
  return await readKeptSettings(await azure.session('ada'), attributes);
}

const REST = { nicId: '/nic', tags: CONFIG.tags, security: { type: 'TrustedLaunch' } };
const storage = (dataDisk: object) => ({ 'properties.storageProfile': { osDisk: { caching: 'ReadWrite' }, dataDisks: [dataDisk] } });

it.each([
  ['a kind of caching by its number', storage({ lun: 0, caching: 1 }), { uses: [{ lun: null, caching: null }] }],
  ['the place of a disk as text', storage({ lun: '0', caching: 'None' }), { uses: [{ lun: null, caching: null }] }],
  ['a group by its id alone', { 'properties.proximityPlacementGroup': '/groups/near' }, { proximityGroupId: null }],
  [
    'a group with letters that are lost',
    { 'properties.proximityPlacementGroup': { id: '/groups/Pr\uFFFDfung' } },
    { proximityGroupId: null },
  ],
  ['a license by its number', { 'properties.licenseType': 1 }, { license: null }],
  ['whether there are Ultra Disks as text', { 'properties.additionalCapabilities': { ultraSSDEnabled: 'true' } }, { ultraDisks: null }],
  [
    'encryption at host as text',
    { 'properties.securityProfile': { securityType: 'TrustedLaunch', encryptionAtHost: 'true' } },
    { hostEncryption: null },
  ],
])('a configuration that tells %s still tells everything else', async (_what, change, untold) => {
  expect(await readWith(change)).toMatchObject({ ...REST, ...untold });
});

it('tags with letters that are lost are not put onto another machine', async () => {
  expect(await readWith({ tags: { application: 'Pr\uFFFDfung' } })).toBe('missing');
});
