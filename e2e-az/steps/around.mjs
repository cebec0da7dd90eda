import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { location, long } from './names.mjs';

const group = 'AroundRG';
const account = 'aroundblobs';
const keyVault = 'around-keys';
const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

const template = {
  $schema: schema,
  contentVersion: '1.0.0.0',
  resources: [
    {
      type: 'Microsoft.Network/networkSecurityGroups',
      apiVersion: '2023-05-01',
      name: 'of-template',
      location,
      properties: { securityRules: [] },
    },
  ],
};

/** What lies around a backup, and a user meets next. */
export const aroundSteps = ({ az, file, writeJson }) =>
  [
    [
      'filter by a network security group',
      async () => {
        await az.run('group', 'create', '-n', group, '-l', location);
        await az.run('network', 'nsg', 'create', '-g', group, '-n', 'front');
        const rule = ['-g', group, '--nsg-name', 'front', '-n', 'ssh'];
        await az.run('network', 'nsg', 'rule', 'create', ...rule, '--priority', '200', '--destination-port-ranges', '22');
        const rules = await az.run('network', 'nsg', 'rule', 'list', '-g', group, '--nsg-name', 'front', '--include-default');
        assert.equal(rules.length, 7);
        const refused = await az.attempt('network', 'nsg', 'rule', 'create', ...rule.slice(0, -1), 'again', '--priority', '200');
        assert.match(refused.errors, /SecurityRuleConflict/);
      },
    ],
    [
      'foresee a template, deploy it completely, and export the group',
      async () => {
        writeJson('around.json', template);
        const source = ['-g', group, '--template-file', file('around.json')];
        const foreseen = await az.run('deployment', 'group', 'what-if', ...source, '--no-pretty-print');
        assert.deepEqual(foreseen.changes.map(({ changeType }) => changeType).toSorted(), ['Create', 'Ignore']);
        const done = await az.run('deployment', 'group', 'create', '-n', 'all', '--mode', 'Complete', ...source);
        assert.equal(done.properties.provisioningState, 'Succeeded');
        assert.deepEqual(
          (await az.run('network', 'nsg', 'list', '-g', group)).map(({ name }) => name),
          ['of-template'],
        );
        assert.equal((await az.run('group', 'export', '-n', group)).resources.length, 1);
      },
    ],
    [
      'make a group by a deployment at the subscription',
      async () => {
        const made = { type: 'Microsoft.Resources/resourceGroups', apiVersion: '2022-09-01', name: 'LandedRG', location, properties: {} };
        writeJson('landed.json', { $schema: schema, contentVersion: '1.0.0.0', resources: [made] });
        await az.run('deployment', 'sub', 'create', '-n', 'landed', '-l', location, '--template-file', file('landed.json'));
        assert.equal((await az.run('group', 'show', '-n', 'LandedRG')).name, 'LandedRG');
      },
    ],
    [
      'lease a blob, and share it by the rights of whom signs',
      async () => {
        await az.run('storage', 'account', 'create', '-g', group, '-n', account, '-l', location, '--sku', 'Standard_LRS');
        const { 0: key } = await az.run('storage', 'account', 'keys', 'list', '-g', group, '-n', account);
        const access = ['--account-name', account, '--account-key', key.value];
        writeFileSync(file('shared.txt'), 'shared');
        await az.run('storage', 'container', 'create', '-n', 'box', ...access);
        const blob = ['-c', 'box', '-n', 'shared.txt'];
        await az.run('storage', 'blob', 'upload', ...blob, '-f', file('shared.txt'), '--no-progress', ...access);
        const lease = ['-c', 'box', '-b', 'shared.txt', ...access];
        const id = await az.run('storage', 'blob', 'lease', 'acquire', ...lease, '--lease-duration', '60');
        assert.match((await az.attempt('storage', 'blob', 'delete', ...blob, ...access)).errors, /LeaseIdMissing/);
        await az.run('storage', 'blob', 'lease', 'release', ...lease, '--lease-id', id);
        const until = new Date(Date.now() + 3_600_000).toISOString().slice(0, 16) + 'Z';
        const signed = ['--as-user', '--auth-mode', 'login', '--permissions', 'r', '--expiry', until, '--account-name', account];
        const sas = await az.run('storage', 'blob', 'generate-sas', ...blob, ...signed);
        const where = ['--account-name', account, '--sas-token', sas];
        assert.equal((await az.run('storage', 'blob', 'show', ...blob, ...where)).properties.contentLength, 6);
      },
    ],
    [
      'sign with a key of a curve, and let it rotate',
      async () => {
        await az.run('keyvault', 'create', '-g', group, '-n', keyVault, '-l', location, '--enable-rbac-authorization', 'false');
        const key = ['--vault-name', keyVault, '-n', 'signs'];
        const made = await az.run('keyvault', 'key', 'create', ...key, '--kty', 'EC', '--curve', 'P-256');
        assert.equal(made.key.crv, 'P-256');
        const digest = ['-a', 'ES256', '--digest', Buffer.alloc(32, 7).toString('base64')];
        const { signature } = await az.run('keyvault', 'key', 'sign', ...key, ...digest);
        assert.equal((await az.run('keyvault', 'key', 'verify', ...key, ...digest, '--signature', signature)).isValid, true);
        const rotate = { trigger: { timeAfterCreate: 'P30D' }, action: { type: 'Rotate' } };
        const policy = JSON.stringify({ lifetimeActions: [rotate], attributes: { expiryTime: 'P90D' } });
        await az.run('keyvault', 'key', 'rotation-policy', 'update', ...key, '--value', policy);
        const rotated = await az.run('keyvault', 'key', 'rotate', ...key);
        assert.ok(rotated.attributes.exp, 'a rotated key is good for as long as its policy says');
      },
    ],
    [
      'look at how a machine has started',
      async () => {
        const machine = ['-g', 'IgniteRG', '-n', 'WebVM1'];
        await az.run('vm', 'boot-diagnostics', 'enable', ...machine);
        assert.match(await az.run('vm', 'boot-diagnostics', 'get-boot-log', ...machine), /SAC/);
      },
    ],
  ].map(long);
