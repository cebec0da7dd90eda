import assert from 'node:assert/strict';
import { group, inVault, item, kind, vault } from './names.mjs';

/** Who may do what, and the end of the protection. */
export const endSteps = ({ az, known, advance }) => [
  [
    'see who may do what',
    async () => {
      const scope = known.machine.split('/').slice(0, 3).join('/');
      const held = await az.run('role', 'assignment', 'list', '--scope', scope);
      assert.ok(held.some((one) => one.roleDefinitionName === 'Owner' && one.principalName === 'adele.vance@contoso.example'));
    },
  ],
  [
    'be refused to delete a vault that holds backups',
    async () => {
      const { code, errors } = await az.attempt('backup', 'vault', 'delete', '-g', group, '-n', vault, '--yes');
      assert.notEqual(code, 0);
      assert.match(errors, /existing resources within the vault/);
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
