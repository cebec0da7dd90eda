import assert from 'node:assert/strict';
import { group, inVault, item, kind, long, machine, vault } from './names.mjs';

/** From an encrypted machine that nobody protects to its recovery points. */
export const backupSteps = ({ az, azure, known, advance }) => [
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
      assert.deepEqual(new Set(policy.permissions.keys), new Set(['backup', 'get', 'list']));
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
  long([
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
  ]),
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
      const before = new Date(Date.parse(done.properties.startTime) - 600_000).toISOString();
      const filter = `$filter=eventTimestamp ge '${before}' and resourceGroupName eq '${group}'`;
      const log = '/subscriptions/{subscriptionId}/providers/Microsoft.Insights/eventtypes/management/values';
      const { value } = await az.run('rest', '--url', log, '--url-parameters', 'api-version=2015-04-01', filter);
      const asked = value.find(({ httpRequest }) => httpRequest?.clientRequestId === done.properties.activityId);
      assert.equal(asked.claims.appid, azure.programs[0].appId);
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
];
