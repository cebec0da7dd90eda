import assert from 'node:assert/strict';
import { group, inVault, location, long, vault } from './names.mjs';

/** A vault of one’s own, with its redundancy and a policy. */
export const vaultSteps = ({ az, file, writeJson, signIn }) => [
  ['point the command line at Local Azure and sign in', signIn],
  [
    'see the subscriptions',
    async () => {
      const subscriptions = await az.run('account', 'list');
      assert.deepEqual(new Set(subscriptions.map(({ name }) => name)), new Set(['Contoso Production', 'Contoso Test']));
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
  long([
    'choose its redundancy',
    async () => {
      const redundancy = ['--backup-storage-redundancy', 'LocallyRedundant'];
      const set = await az.run('backup', 'vault', 'backup-properties', 'set', '-g', group, '-n', vault, ...redundancy);
      assert.equal(set.properties.redundancySettings.standardTierStorageRedundancy, 'LocallyRedundant');
    },
  ]),
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
];
