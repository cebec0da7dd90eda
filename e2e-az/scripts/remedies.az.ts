import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addKeyScript, type SinglePass } from '@tresor/scripts/encryption';
import { leavingScript, type LeavingTarget, type LeavingWords } from '@tresor/scripts/host-encryption';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { keyVaultId, vmId } from '../../apps/bff/src/testing/contoso-places';
import { startWorld, type World } from './azure-cli';
import { letIn } from './key-vaults';
import { runScript } from './portal-scripts';

const words: LeavingWords = {
  guest: { Windows: 'manage-bde', Linux: 'lsblk' },
  question: 'yes?',
  size: 'Size?',
  image: 'Image?',
  there: 'is there already.',
  halfMade: 'is not ready.',
  whole: 'are whole.',
  kept: 'stays.',
  afterMove: 'done',
  afterRebuild: 'done',
};
const target: LeavingTarget = {
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  group: 'RestoreRG',
  name: 'WinSingleVM1',
  os: 'Windows',
  pass: 'single',
  way: 'move',
  needsSize: true,
};

let world: World;
let programs: string;

/** In place of the program that carries the bytes, which is not there everywhere: it notes what it was asked to carry. */
const AZCOPY = `#!/bin/sh
echo "$3" >> "\${0%/*}/carried"
`;

beforeEach(async () => {
  world = await startWorld();
  programs = mkdtempSync(join(tmpdir(), 'az-copies-'));
  writeFileSync(join(programs, 'azcopy'), AZCOPY);
  chmodSync(join(programs, 'azcopy'), 0o755);
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  rmSync(programs, { recursive: true });
});

const leave = (answers: string) => world.run(leavingScript('az', [target], words), answers, programs);
const carried = () => readFileSync(join(programs, 'carried'), 'utf8').trim().split('\n');
const disk = z.object({ managedDisk: z.object({ id: z.string() }) });
const storage = z.object({ osDisk: disk, dataDisks: z.array(disk) });

/** The disks of a machine, the system's first. */
function diskIdsOf(group: string, name: string): string[] {
  const { osDisk, dataDisks } = storage.parse(world.contoso.azure.world.resources.get(vmId(group, name))?.properties['storageProfile']);
  return [osDisk, ...dataDisks].map(({ managedDisk: { id } }) => id);
}

const disksOf = (name: string) => diskIdsOf('RestoreRG', name).map((id) => id.slice(id.lastIndexOf('/') + 1));

const FIRMWARE = { secureBootEnabled: false, vTpmEnabled: true };

/** A machine with Trusted Launch, whose system Secure Boot would not let start. */
function secure(group: string, name: string): void {
  const { resources } = world.contoso.azure.world;
  const change = (id: string, members: object) => {
    const resource = resources.get(id);
    if (!resource) throw new Error(`no ${id}`);
    resources.put({ ...resource, properties: { ...resource.properties, ...members } });
  };
  const securityType = 'TrustedLaunch';
  change(vmId(group, name), { securityProfile: { securityType, uefiSettings: FIRMWARE } });
  change(diskIdsOf(group, name)[0] ?? '', { hyperVGeneration: 'V2', securityProfile: { securityType } });
}

test('a machine leaves Azure Disk Encryption, and what failed at its new machine goes on with its copies', async () => {
  secure('RestoreRG', 'WinSingleVM1');
  // Of a size that the region does not have Azure makes no machine.
  const failed = await leave('Standard_D2s_v5\nyes\n');
  expect([failed.code, failed.errors], failed.errors).toEqual([1, expect.stringMatching(/WinSingleVM1\n$/)]);
  expect(carried()).toHaveLength(2);
  const again = await leave('Standard_D2s_v3\n');
  expect(again, again.errors).toMatchObject({ code: 0, output: expect.stringContaining('are whole.') });
  expect(again.output.trim().split('\n').at(-1)).toBe('true');
  expect(carried()).toHaveLength(2);
  expect(disksOf('WinSingleVM1-host')).toEqual(disksOf('WinSingleVM1').map((name) => `${name}-host`));
  expect(world.contoso.azure.world.resources.get(vmId('RestoreRG', 'WinSingleVM1-host'))?.properties['securityProfile']).toMatchObject({
    securityType: 'TrustedLaunch',
    uefiSettings: FIRMWARE,
  });
  // There is nothing left to do for it.
  expect(await leave('')).toMatchObject({ code: 0, output: expect.stringContaining('is there already.') });
});

test('a machine encrypted with a BEK alone gets a key', async () => {
  const keyVault = keyVaultId('KeyVaultRG', 'ContosoKV');
  await letIn(world.contoso, world.objectId);
  const bekOnly: SinglePass = {
    subscriptionId: target.subscriptionId,
    group: 'OperationsRG',
    name: 'BekOnlyVM3',
    os: 'Windows',
    keyVaultId: keyVault,
    keyVaultName: 'ContosoKV',
    pass: 'single',
  };
  await runScript(world, addKeyScript('az', bekOnly, 'All'));
  const system = world.contoso.azure.world.resources.get(diskIdsOf('OperationsRG', 'BekOnlyVM3')[0] ?? '');
  const settings = { keyEncryptionKey: { keyUrl: expect.stringContaining('/keys/TresorKEK/') } };
  expect(system?.properties['encryptionSettingsCollection']).toMatchObject({ encryptionSettings: [settings] });
});
