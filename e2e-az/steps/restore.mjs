import assert from 'node:assert/strict';
import { account, group, inVault, item, kind, location, long } from './names.mjs';

/** From a recovery point to disks, files, and a machine that runs. */
export const restoreSteps = ({ az, known, file, readJson, advance }) => [
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
  long([
    'deploy the template straight from the storage account',
    async () => {
      const [key] = await az.run('storage', 'account', 'keys', 'list', '-g', group, '-n', account);
      const uri = known.restored['Template Blob Uri'];
      const [container, blob] = new URL(uri).pathname.slice(1).split('/');
      const sas = ['--permissions', 'r', '--expiry', '2099-01-01T00:00Z', '--account-key', key.value];
      const signature = await az.run('storage', 'blob', 'generate-sas', '--account-name', account, '-c', container, '-n', blob, ...sas);
      const values = {
        VirtualMachineName: 'DeployedVM',
        VirtualNetwork: 'contoso-westeurope',
        VirtualNetworkResourceGroup: 'NetworkRG',
        Subnet: 'default',
      };
      const parameters = ['--parameters', ...Object.entries(values).map(([name, value]) => `${name}=${value}`)];
      const template = ['-n', 'restored', '--template-uri', `${uri}?${signature}`, ...parameters];
      const deployment = await az.run('deployment', 'group', 'create', '-g', group, ...template);
      assert.equal(deployment.properties.provisioningState, 'Succeeded');
      const made = await az.run('vm', 'show', '-d', '-g', group, '-n', 'DeployedVM');
      assert.equal(made.powerState, 'VM running');
      known.disk = made.storageProfile.osDisk.managedDisk.id;
    },
  ]),
  long([
    'delete that machine and make another one from its disk',
    async () => {
      await az.run('vm', 'delete', '-g', group, '-n', 'DeployedVM', '--yes');
      const network = ['-g', 'NetworkRG', '--vnet-name', 'contoso-westeurope', '-n', 'default'];
      const subnet = await az.run('network', 'vnet', 'subnet', 'show', ...network);
      const disk = ['--attach-os-disk', known.disk, '--os-type', 'windows'];
      const place = ['--subnet', subnet.id, '--public-ip-address', '', '--nsg', ''];
      const made = await az.run('vm', 'create', '-g', group, '-n', 'AttachedVM', ...disk, ...place);
      assert.equal(made.powerState, 'VM running');
    },
  ]),
  long([
    'restore a whole machine that is not encrypted',
    async () => {
      const plain = ['-g', 'OperationsRG', '-v', 'OperationsVault', '-c', 'AppVM1', '-i', 'AppVM1'];
      const [point] = await az.run('backup', 'recoverypoint', 'list', ...plain, ...kind);
      const staging = (await az.run('storage', 'account', 'show', '-g', group, '-n', account)).id;
      const network = [
        '--target-vnet-resource-group',
        'NetworkRG',
        '--target-vnet-name',
        'contoso-westeurope',
        '--target-subnet-name',
        'default',
      ];
      const target = [
        '--rp-name',
        point.name,
        '--storage-account',
        staging,
        '--target-resource-group',
        group,
        '--target-vm-name',
        'AppVM1Again',
      ];
      const job = await az.run('backup', 'restore', 'restore-disks', ...plain, ...target, ...network);
      assert.equal(job.properties.operation, 'Restore');
      await advance(24 * 60);
      const done = await az.run('backup', 'job', 'show', '-g', 'OperationsRG', '-v', 'OperationsVault', '-n', job.name);
      assert.equal(done.properties.status, 'Completed');
      assert.equal((await az.run('vm', 'show', '-d', '-g', group, '-n', 'AppVM1Again')).powerState, 'VM running');
    },
  ]),
];
