import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { addKeyScript, decryptScript, type SinglePass } from './encryption';

const target: SinglePass = {
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  group: "It's (a) group",
  name: 'PayrollVM1',
  os: 'Windows',
  keyVaultId: '/subscriptions/f2edfd5d/resourceGroups/Keys/providers/Microsoft.KeyVault/vaults/OfficeKV',
  keyVaultName: 'OfficeKV',
  pass: 'single',
};

/** The settings that the extension is run with. */
function settingsIn(calls: readonly string[]): unknown {
  const set = calls.find((call) => call.startsWith('vm|extension|set|'))?.split('|') ?? [];
  return JSON.parse(set[set.indexOf('--settings') + 1] ?? '');
}

/** What az would be called with: the script is run by a real shell in which the command only says its arguments. */
function run(script: string): string[] {
  const az = 'command() { printf "%s|" "${@:2}" >&2; echo >&2; echo "https://officekv.vault.azure.net/keys/TresorKEK/1"; };';
  const { stderr, status } = spawnSync('bash', ['-c', `${az} ${script.replaceAll('2>/dev/null', '')}`], { encoding: 'utf8' });
  expect(status).toBe(0);
  return stderr.trim().split('\n');
}

const another = expect.stringMatching(/^[0-9a-f-]{36}$/);

it('the script encrypts again with a key, quoting every name', () => {
  const calls = run(addKeyScript('az', target, 'All'));
  const set = calls.find((call) => call.startsWith('vm|extension|set|'));
  expect(set).toContain(`--resource-group|${target.group}|--vm-name|PayrollVM1|`);
  expect(set).toContain('|--name|AzureDiskEncryption|--version|2.2|');
  expect(settingsIn(calls)).toEqual({
    EncryptionOperation: 'EnableEncryption',
    KeyVaultURL: 'https://officekv.vault.azure.net',
    KeyVaultResourceId: target.keyVaultId,
    KeyEncryptionKeyURL: 'https://officekv.vault.azure.net/keys/TresorKEK/1',
    KekVaultResourceId: target.keyVaultId,
    KeyEncryptionAlgorithm: 'RSA-OAEP',
    VolumeType: 'All',
    SequenceVersion: another,
  });
});

it('only the volumes that are encrypted are encrypted again, and no copy of a Linux machine is taken first', () => {
  const linux: SinglePass = { ...target, os: 'Linux' };
  expect(settingsIn(run(addKeyScript('az', linux, 'Data')))).toMatchObject({ VolumeType: 'Data' });
  expect(addKeyScript('powershell', linux, 'Data')).toMatch(/ -VolumeType 'Data' .* -SkipVmBackup -Force/);
  expect(addKeyScript('powershell', target, 'All')).not.toContain('-SkipVmBackup');
});

it('the script that decrypts names all volumes, and does not ask a command that cannot', () => {
  const calls = run(decryptScript('az', target));
  expect(settingsIn(calls)).toEqual({ EncryptionOperation: 'DisableEncryption', VolumeType: 'ALL', SequenceVersion: another });
  expect(calls).toHaveLength(2);
  expect(calls.at(-1)).toMatch(/\|--name\|AzureDiskEncryption\|--version\|2\.2\|/);
});

it('a machine encrypted with an Entra application is asked for it by PowerShell, and the secret stands in no script', () => {
  const powershell = addKeyScript('powershell', { ...target, pass: 'dual' }, 'All');
  expect(powershell).toContain('$app.GetNetworkCredential().Password');
  expect(powershell).not.toMatch(/-AadClientSecret '/);
});

it.each([
  ['Windows', 'AzureDiskEncryption', '1.1'],
  ['Linux', 'AzureDiskEncryptionForLinux', '0.1'],
] as const)('%s with an Entra application is decrypted by the extension that there is, and told to its model', (os, name, version) => {
  const calls = run(decryptScript('az', { ...target, os, pass: 'dual' })).map((call) => call.split('|'));
  const [, set = [], update] = calls;
  expect(set.slice(0, 3)).toEqual(['vm', 'extension', 'set']);
  expect([set[set.indexOf('--name') + 1], set[set.indexOf('--version') + 1]]).toEqual([name, version]);
  const settings = {
    EncryptionOperation: 'DisableEncryption',
    VolumeType: 'ALL',
    SequenceVersion: expect.stringMatching(/^[0-9a-f-]{36}$/),
  };
  expect(JSON.parse(set[set.indexOf('--settings') + 1] ?? '')).toEqual(settings);
  expect(update).toEqual(expect.arrayContaining(['update', '--set', 'storageProfile.osDisk.encryptionSettings={"enabled":false}']));
  expect(calls).toHaveLength(3);
});

/** What is called until a command that begins so fails, and how the script ends. */
function failingAt(command: string, script: string): { calls: string[]; status: number | null } {
  const az = `command() { shift; echo "$*" >&2; case "$*" in '${command}'*) return 1;; *) echo value;; esac; };`;
  const { stderr, status } = spawnSync('bash', ['-c', `${az} ${script.replaceAll('2>/dev/null', '')}\necho "still open: $?" >&2`], {
    encoding: 'utf8',
  });
  expect(stderr).toContain('still open: 1');
  return { calls: stderr.trim().split('\n').slice(0, -1), status };
}

it.each([
  ['account set', 1],
  ['vm extension set', 3],
] as const)('nothing follows where “az %s” fails, and the shell stays open', (command, calls) => {
  expect(failingAt(command, addKeyScript('az', target, 'All')).calls).toHaveLength(calls);
});

it('no machine of that name in another subscription is decrypted, nor encrypted without the key', () => {
  expect(failingAt('account set', decryptScript('az', target)).calls).toHaveLength(1);
  const { calls } = failingAt('keyvault key', addKeyScript('az', target, 'All'));
  expect(calls.map((call) => call.split(' ').slice(0, 3).join(' '))).toEqual([
    'account set --subscription',
    'keyvault key show',
    'keyvault key create',
  ]);
  expect(addKeyScript('powershell', target, 'All')).toContain("$ErrorActionPreference = 'Stop'");
});

it.each([addKeyScript('az', target, 'All'), decryptScript('az', target)])(
  'az is asked in the subscription of the machine throughout',
  (script) => {
    const [chosen, ...calls] = run(script);
    expect(chosen).toMatch(/^account\|set\|/);
    for (const call of calls) expect(call).toContain(`|--subscription|${target.subscriptionId}|`);
  },
);

it('PowerShell gets the same values as verbatim strings', () => {
  expect(addKeyScript('powershell', target, 'All')).toContain("-ResourceGroupName 'It''s (a) group' -VMName 'PayrollVM1'");
  expect(decryptScript('powershell', target)).toContain('-VolumeType All -Force');
});
