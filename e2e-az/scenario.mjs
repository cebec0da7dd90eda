// The life of an encrypted machine's backup, driven by Azure's own command line against a Local Azure that was pointed out to it.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const group = 'CommandLineRG';
const vault = 'CommandLineVault';
const machine = 'DBVM1Restore';
const account = 'commandlinestaging';
const keyVault = 'CommandLineKV';
const location = 'westeurope';

const inVault = ['-g', group, '-v', vault];
const kind = ['--backup-management-type', 'AzureIaasVM', '--workload-type', 'VM'];
const item = [...inVault, '-c', machine, '-i', machine];

/** The restored configuration is written in UTF-16, the other files in UTF-8. */
function readJson(file) {
  const bytes = readFileSync(file);
  const text = bytes[1] === 0 || bytes[0] === 0xff ? bytes.toString('utf16le') : bytes.toString('utf8');
  return JSON.parse(text.replace(/^\uFEFF/, '').replace(/\0+$/, ''));
}

/** Each step in its order; what a step finds out, the later ones know. */
export function steps({ az, azure, folder, advance, signIn }) {
  const known = {};
  const file = (name) => join(folder, name);
  const writeJson = (name, value) => writeFileSync(file(name), JSON.stringify(value));

  return [
    ['point the command line at Local Azure and sign in', signIn],
    [
      'see the subscriptions',
      async () => {
        const subscriptions = await az.run('account', 'list');
        assert.deepEqual(subscriptions.map(({ name }) => name).sort(), ['Contoso Production', 'Contoso Test']);
        await az.run('account', 'set', '-s', 'Contoso Production');
      },
    ],
    [
      'create a resource group',
      async () => assert.equal((await az.run('group', 'create', '-n', group, '-l', location)).properties.provisioningState, 'Succeeded'),
    ],
    [
      'create a vault',
      async () => {
        const made = await az.run('backup', 'vault', 'create', '-g', group, '-n', vault, '-l', location);
        assert.equal(made.properties.provisioningState, 'Succeeded');
      },
    ],
    [
      'choose its redundancy',
      async () => {
        const redundancy = ['--backup-storage-redundancy', 'LocallyRedundant'];
        const set = await az.run('backup', 'vault', 'backup-properties', 'set', '-g', group, '-n', vault, ...redundancy);
        assert.equal(set.properties.redundancySettings.standardTierStorageRedundancy, 'LocallyRedundant');
      },
    ],
    [
      'create a policy from the default one',
      async () => {
        const policy = await az.run('backup', 'policy', 'get-default-for-vm', ...inVault);
        policy.name = 'Nightly';
        policy.properties.retentionPolicy.dailySchedule.retentionDuration.count = 45;
        writeJson('policy.json', policy);
        const nightly = ['-n', 'Nightly', '--backup-management-type', 'AzureIaasVM', '--policy', `@${file('policy.json')}`];
        const made = await az.run('backup', 'policy', 'create', ...inVault, ...nightly);
        assert.equal(made.properties.retentionPolicy.dailySchedule.retentionDuration.count, 45);
        const names = (await az.run('backup', 'policy', 'list', ...inVault)).map(({ name }) => name);
        assert.ok(names.includes('Nightly') && names.includes('DefaultPolicy'));
      },
    ],
    [
      'find the encrypted machine, not yet protected',
      async () => {
        const found = await az.run('vm', 'show', '-g', 'dbvm1', '-n', machine);
        const { encryptionSettings } = found.storageProfile.osDisk;
        assert.equal(encryptionSettings.enabled, true);
        known.machine = found.id;
        known.sourceKeyVault = encryptionSettings.keyEncryptionKey.sourceVault.id.split('/').at(-1);
        assert.equal(await az.run('backup', 'protection', 'check-vm', '--vm', found.id), undefined);
      },
    ],
    [
      'let the backup service into its key vault',
      async () => {
        const service = await az.run('ad', 'sp', 'show', '--id', '262044b1-e2ce-469f-a196-69ab7ada62d3');
        const rights = ['--key-permissions', 'get', 'list', 'backup', '--secret-permissions', 'get', 'list', 'backup'];
        const set = await az.run('keyvault', 'set-policy', '-n', known.sourceKeyVault, '--object-id', service.id, ...rights);
        const policy = set.properties.accessPolicies.find(({ objectId }) => objectId === service.id);
        assert.deepEqual([...policy.permissions.keys].sort(), ['backup', 'get', 'list']);
        const { port } = new URL(azure.tls.url);
        assert.equal(set.properties.vaultUri, `https://${known.sourceKeyVault.toLowerCase()}.vault.localhost:${port}/`);
      },
    ],
    [
      'enable backup',
      async () => {
        const wanted = ['--vm', known.machine, '--policy-name', 'Nightly'];
        const job = await az.run('backup', 'protection', 'enable-for-vm', ...inVault, ...wanted);
        assert.equal(job.properties.operation, 'ConfigureBackup');
        await advance(60);
        const done = await az.run('backup', 'job', 'show', ...inVault, '-n', job.name);
        assert.equal(done.properties.status, 'Completed');
        assert.match(await az.run('backup', 'protection', 'check-vm', '--vm', known.machine), new RegExp(`/vaults/${vault}$`, 'i'));
      },
    ],
    [
      'be told that it is protected already',
      async () => {
        const again = await az.attempt(
          'backup',
          'protection',
          'enable-for-vm',
          ...inVault,
          '--vm',
          known.machine,
          '--policy-name',
          'Nightly',
        );
        assert.notEqual(again.code, 0);
      },
    ],
    [
      'back up now and wait for the job',
      async () => {
        const job = await az.run('backup', 'protection', 'backup-now', ...item, ...kind);
        assert.equal(job.properties.operation, 'Backup');
        await advance(24 * 60);
        await az.run('backup', 'job', 'wait', ...inVault, '-n', job.name);
        const done = await az.run('backup', 'job', 'show', ...inVault, '-n', job.name);
        assert.equal(done.properties.status, 'Completed');
        assert.ok(done.properties.extendedInfo.tasksList.every(({ status }) => status === 'Completed'));
      },
    ],
    [
      'look at the recovery points with their key and secret',
      async () => {
        const points = await az.run('backup', 'recoverypoint', 'list', ...item, ...kind);
        assert.ok(points.length > 0);
        known.point = points.at(-1).name;
        const { properties } = await az.run('backup', 'recoverypoint', 'show', ...item, ...kind, '-n', known.point);
        assert.equal(properties.isSourceVmEncrypted, true);
        assert.match(properties.keyAndSecret.bekDetails.secretUrl, /^https:\/\/.+\.vault\.localhost:\d+\/secrets\//);
        assert.match(properties.keyAndSecret.kekDetails.keyUrl, /^https:\/\/.+\.vault\.localhost:\d+\/keys\//);
        known.keyUrl = properties.keyAndSecret.kekDetails.keyUrl;
      },
    ],
    [
      'create a storage account',
      async () => {
        const made = await az.run('storage', 'account', 'create', '-g', group, '-n', account, '-l', location, '--sku', 'Standard_LRS');
        assert.match(made.primaryEndpoints.blob, new RegExp(`^https://${account}\\.blob\\.core\\.localhost:\\d+/$`));
      },
    ],
    [
      'restore the disks',
      async () => {
        const target = ['--rp-name', known.point, '--storage-account', account, '--target-resource-group', group];
        const job = await az.run('backup', 'restore', 'restore-disks', ...item, ...target);
        assert.equal(job.properties.operation, 'Restore');
        await advance(24 * 60);
        await az.run('backup', 'job', 'wait', ...inVault, '-n', job.name);
        const done = await az.run('backup', 'job', 'show', ...inVault, '-n', job.name);
        assert.equal(done.properties.status, 'Completed');
        known.restored = done.properties.extendedInfo.propertyBag;
        const disks = await az.run('disk', 'list', '-g', group);
        assert.ok(disks.length >= 2);
      },
    ],
    [
      'download the configuration, the template and the encryption information',
      async () => {
        const container = known.restored['Config Blob Container Name'];
        const blobs = await az.run('storage', 'blob', 'list', '--account-name', account, '-c', container);
        const download = async (name, to, ...mode) => {
          assert.ok(blobs.some((blob) => blob.name === name));
          await az.run('storage', 'blob', 'download', '--account-name', account, '-c', container, '-n', name, '-f', file(to), ...mode);
          return readJson(file(to));
        };
        const config = await download(known.restored['Config Blob Name'], 'config.json');
        assert.ok(config['properties.storageProfile'].osDisk);
        const template = await download(known.restored['Template Blob Uri'].split('/').at(-1), 'template.json');
        assert.ok(template.resources.length > 0);
        known.encryption = await download(known.restored['Encryption Info Blob Name'], 'encryption.json', '--auth-mode', 'login');
        assert.ok(known.encryption.OsDiskKeyAndSecretDetails.KeyBackupData);
      },
    ],
    [
      'create a key vault and restore the key into it',
      async () => {
        await az.run('keyvault', 'create', '-g', group, '-n', keyVault, '-l', location, '--enable-rbac-authorization', 'false');
        const { KeyBackupData } = known.encryption.OsDiskKeyAndSecretDetails;
        writeFileSync(file('key.blob'), Buffer.from(KeyBackupData, 'base64'));
        const restored = await az.run('keyvault', 'key', 'restore', '--vault-name', keyVault, '-f', file('key.blob'));
        const [, name, version] = /\/keys\/([^/]+)\/([0-9a-f]{32})$/.exec(restored.key.kid);
        assert.ok(known.keyUrl.endsWith(`/keys/${name}/${version}`), 'the restored key has the name and the version it had');
        assert.equal((await az.run('keyvault', 'key', 'show', '--id', restored.key.kid)).key.kid, restored.key.kid);
      },
    ],
    [
      'restore the secret',
      async () => {
        const { SecretData, SecretUrl } = known.encryption.OsDiskKeyAndSecretDetails;
        const name = SecretUrl.split('/')[4];
        const value = ['--value', SecretData, '--description', 'Wrapped BEK', '--tags', `MachineName=${machine}`];
        const set = await az.run('keyvault', 'secret', 'set', '--vault-name', keyVault, '-n', name, ...value);
        const shown = await az.run('keyvault', 'secret', 'show', '--id', set.id);
        assert.equal(shown.value, SecretData);
        assert.equal(shown.contentType, 'Wrapped BEK');
      },
    ],
    [
      'see who may do what',
      async () => {
        const scope = known.machine.split('/').slice(0, 3).join('/');
        const held = await az.run('role', 'assignment', 'list', '--scope', scope);
        assert.ok(held.some((one) => one.roleDefinitionName === 'Owner' && one.principalName === 'adele.vance@contoso.example'));
      },
    ],
    [
      'stop protection and delete the backup data',
      async () => {
        await az.run('backup', 'protection', 'disable', ...item, ...kind, '--delete-backup-data', 'true', '--yes');
        await advance(60);
        const [left] = await az.run('backup', 'item', 'list', ...inVault);
        assert.ok(left === undefined || left.properties.isScheduledForDeferredDelete === true);
      },
    ],
  ];
}
