import assert from 'node:assert/strict';
import { group, inVault, item, kind, long, vault } from './names.mjs';

/** Who may do what, and the end of the protection. */
export const endSteps = ({ az, known, advance, file, writeJson }) => [
  long([
    'see who may do what',
    async () => {
      const scope = known.machine.split('/').slice(0, 3).join('/');
      const held = await az.run('role', 'assignment', 'list', '--scope', scope);
      assert.ok(held.some((one) => one.roleDefinitionName === 'Owner' && one.principalName === 'adele.vance@contoso.example'));
    },
  ]),
  long([
    'make a role of one’s own, give it and take it again',
    async () => {
      const scope = known.machine.split('/').slice(0, 3).join('/');
      const Actions = ['Microsoft.KeyVault/vaults/read'];
      writeJson('role.json', { Name: 'Key vault spotter', Description: 'Sees key vaults.', Actions, AssignableScopes: [scope] });
      const made = await az.run('role', 'definition', 'create', '--role-definition', `@${file('role.json')}`);
      assert.equal(made.roleType, 'CustomRole');
      const service = await az.run('ad', 'sp', 'show', '--id', '262044b1-e2ce-469f-a196-69ab7ada62d3');
      const grant = ['--role', 'Key vault spotter', '--scope', scope];
      const whom = ['--assignee-object-id', service.id, '--assignee-principal-type', 'ServicePrincipal'];
      const given = await az.run('role', 'assignment', 'create', ...whom, ...grant);
      assert.equal(given.principalId, service.id);
      await az.run('role', 'assignment', 'delete', '--ids', given.id);
      await az.run('role', 'definition', 'delete', '--name', 'Key vault spotter', '--scope', scope);
    },
  ]),
  long([
    'be refused to delete a vault that holds backups',
    async () => {
      const { code, errors } = await az.attempt('backup', 'vault', 'delete', '-g', group, '-n', vault, '--yes');
      assert.notEqual(code, 0);
      assert.match(errors, /existing resources within the vault/);
    },
  ]),
  long([
    'stop protection and delete the backup data',
    async () => {
      const disable = ['backup', 'protection', 'disable', ...item, ...kind, '--delete-backup-data', 'true', '--yes'];
      const { code, errors } = await az.attempt(...disable);
      if (code !== 0) {
        // The nightly backup has the machine.
        assert.match(errors, /BMSUserErrorConflictingProtectionOperation/);
        await advance(60);
        await az.run(...disable);
      }
      await advance(60);
      const [left] = await az.run('backup', 'item', 'list', ...inVault);
      assert.ok(left === undefined || left.properties.isScheduledForDeferredDelete === true);
    },
  ]),
];
