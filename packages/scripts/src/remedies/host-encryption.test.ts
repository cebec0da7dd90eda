import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leavingScript, type LeavingTarget, type LeavingWords } from './host-encryption';

const words: LeavingWords = {
  guest: { Windows: 'manage-bde -status: Fully Decrypted?', Linux: "lsblk: isn't there a crypt line?" },
  question: "Type 'yes'",
  size: 'Size?',
  image: 'Image?',
  there: 'is there already.',
  halfMade: "isn't ready.",
  whole: "aren't copied again.",
  kept: "isn't deleted.",
  afterMove: 'Protect the new machine.',
  afterRebuild: 'Move the data.',
};
const windows: LeavingTarget = {
  subscriptionId: 's1',
  group: "It's (a) group",
  name: 'PayVM1',
  os: 'Windows',
  pass: 'single',
  way: 'move',
  needsSize: false,
};
const linux: LeavingTarget = { ...windows, name: 'ArchiveVM1', os: 'Linux', needsSize: true };
const rebuilt: LeavingTarget = { ...linux, name: 'OldVM1', way: 'rebuild', needsSize: false };

/** A machine with a system disk and two data disks, as az tells of it. */
const AZ = `#!/bin/bash
az() { printf "%s|" "az" "$@" >&2; echo >&2
  case "$*" in
    *provisioningState*) [[ " \${THERE:-} " == *" $6 "* ]] && echo "\${PROVIDED:-Succeeded}" || return \${HIDDEN_VM:-3};;
    *creationData*) [[ "$*" == *"\${ABSENT:-nothing}"* ]] && return 3; [ -z "\${COPY:-}" ] && return \${HIDDEN:-3} || echo "$COPY";;
    *LastOwnershipUpdateTime*) [ -n "\${SINCE:-}" ] && echo "id/$SINCE/1024" || echo;;
    *'|| '*) echo "\${TAG:-}/\${SIZE:-1024}";;
    *properties.state*) echo "\${STATE:-Registered}";;
    *caching*) [[ "$*" == *one* ]] && echo ReadOnly || echo None;;
    *dataDisks*) echo /d/one; echo /d/two;;
    *osDisk.managedDisk.id*) echo /d/system;;
    *diskSizeBytes*) echo 1024;;
    *osType*) [[ "$*" == *system* ]] && echo Windows || echo;;
    *zones*) echo "\${ZONE:-}";;
    *'vm show '*securityType*) echo "\${SECURITY:-}";;
    *hyperVGeneration*|*securityType*) echo;;
    *secureBootEnabled*) echo "\${BOOT:-}";;
    *vTpmEnabled*) echo true;;
    *accessS*) echo "https://sas/$RANDOM";;
    *'vm show '*--query*location*) echo westeurope;;
    *) echo value;;
  esac; }
az "$@"
`;

/** What the script finds beside az. */
const OTHERS = `sleep() { :; }
azcopy() { printf "%s|" "azcopy" "$@" >&2; echo >&2; }
set -a
`;

const folder = mkdtempSync(join(tmpdir(), 'leaving-'));
beforeAll(() => writeFileSync(join(folder, 'az'), AZ, { mode: 0o755 }));
afterAll(() => rmSync(folder, { recursive: true }));

function run(script: string, answers: string) {
  const env = { ...process.env, PATH: `${folder}:/usr/bin:/bin` };
  const { stderr, status } = spawnSync('bash', ['-c', OTHERS + script], { encoding: 'utf8', input: answers, env });
  return { status, calls: stderr.trim().split('\n') };
}
const commands = (calls: readonly string[]) => calls.map((call) => call.split('|').slice(1, 4).join(' '));
const made = (calls: readonly string[]) => calls.flatMap((call) => /^az\|vm\|create\|.*\|--name\|([^|]+)/.exec(call)?.[1] ?? []);
const changedDisks = (calls: readonly string[]) => commands(calls).filter((command) => /^disk (revoke|delete|create)/.test(command));

it('a Windows machine is decrypted, and every disk is uploaded to a new one before the new machine is made', () => {
  const { status, calls } = run(leavingScript('az', [windows], words), 'yes\n');
  expect(status).toBe(0);
  const decrypt = calls.findIndex((call) => call.startsWith('az|vm|extension|set|') && call.includes('"VolumeType":"ALL"'));
  const off = calls.findIndex((call) => call.startsWith('az|vm|deallocate|'));
  const copies = calls.flatMap((call, at) => (call.startsWith('azcopy|copy|') ? [at] : []));
  const made = calls.findIndex((call) => call.startsWith('az|vm|create|'));
  expect(copies).toHaveLength(3);
  expect([decrypt, off, ...copies, made]).toEqual([decrypt, off, ...copies, made].toSorted((a, b) => a - b));
  expect(calls[made]).toContain("|--resource-group|It's (a) group|--name|PayVM1-host|");
  expect(calls[made]).toContain(
    '|--attach-os-disk|system-host|--attach-data-disks|one-host|two-host|--data-disk-caching|0=ReadOnly|1=None|',
  );
  expect(calls[made]).not.toContain('--zone');
  expect(calls[made]).toContain('|--encryption-at-host|true|');
  expect(calls.filter((call) => call.startsWith('az|disk|create|')).every((call) => call.includes('|--upload-size-bytes|1536|'))).toBe(
    true,
  );
  expect(calls.filter((call) => call.startsWith('az|disk|create|') && call.includes('|--os-type|Windows|'))).toHaveLength(1);
  expect(commands(calls)).not.toContain('vm delete --ids');
});

it.each([windows, rebuilt])('the new machine of $name stands in the zone of the old one, as its disks do', (target) => {
  const { calls } = run(`ZONE=2\n${leavingScript('az', [target], words)}`, target.way === 'move' ? 'yes\n' : 'Ubuntu2204\n');
  const made = calls.filter((call) => /^az\|(vm|disk)\|create\|/.test(call));
  expect(made.length).toBeGreaterThan(0);
  for (const call of made) expect(call).toContain('|--zone|2|');
});

it.each([windows, rebuilt])('the new machine of $name is made in the region of the old one, wherever their resource group is', (target) => {
  const { calls } = run(leavingScript('az', [target], words), target.way === 'move' ? 'yes\n' : 'Ubuntu2204\n');
  expect(calls.find((call) => call.startsWith('az|vm|create|'))).toContain('|--location|westeurope|');
});

it.each([
  ['BOOT=false', '|--security-type|TrustedLaunch|--enable-secure-boot|false|--enable-vtpm|true|'],
  ['BOOT=', '|--security-type|TrustedLaunch|--enable-vtpm|true|'],
])('the new machine of a disk with Trusted Launch starts with the firmware of the old one (%s)', (boot, wanted) => {
  const { calls } = run(`SECURITY=TrustedLaunch ${boot}\n${leavingScript('az', [windows], words)}`, 'yes\n');
  expect(calls.find((call) => call.startsWith('az|vm|create|'))).toContain(wanted);
  const plain = run(leavingScript('az', [windows], words), 'yes\n').calls.find((call) => call.startsWith('az|vm|create|'));
  expect(plain).not.toMatch(/--security-type|--enable-secure-boot|--enable-vtpm/);
});

it('where encryption at host is not registered within an hour, it says so and stops', () => {
  const { status, calls } = run(`STATE=Pending\n${leavingScript('az', [windows], words)}`, 'yes\n');
  expect(status).not.toBe(0);
  expect(calls.slice(-2)).toEqual(['EncryptionAtHost: Pending', 'PayVM1']);
});

it('az is asked in the subscription of each machine, whatever another window chooses meanwhile', () => {
  const { calls } = run(leavingScript('az', [windows, { ...windows, subscriptionId: 's2' }], words), 'yes\nyes\n');
  const asked = calls.filter((call) => call.startsWith('az|') && !call.includes('|--ids|') && !call.startsWith('az|account|'));
  const of = (subscription: string) => asked.filter((call) => call.includes(`|--subscription|${subscription}|`));
  expect(of('s1').length).toBeGreaterThan(10);
  expect([of('s2').length, asked.length]).toEqual([of('s1').length, 2 * of('s1').length]);
});

it.each(['no\n', ''])(
  'without a yes to what the guest shows there is neither a copy nor a new machine, also where nobody can answer',
  (answers) => {
    const { status, calls } = run(leavingScript('az', [windows], words), answers);
    expect(status).toBe(1);
    expect(
      calls.some((call) => call.startsWith('azcopy|') || call.startsWith('az|vm|deallocate|') || call.startsWith('az|vm|create|')),
    ).toBe(false);
  },
);

it('pasted into a shell it leaves that open, with its settings, whatever fails', () => {
  const { calls } = run(`${leavingScript('az', [windows], words)}\nfalse\necho "still open: $-" >&2`, 'no\n');
  expect(calls.at(-1)).toMatch(/^still open: (?!.*[eu])/);
  expect(leavingScript('powershell', [windows], words)).toMatch(/^& \{\n\$ErrorActionPreference = 'Stop'\n[^]+\n\}\n$/);
  expect(leavingScript('powershell', [windows], words)).not.toMatch(/\bexit\b/);
});

it.each(['osType', 'hyperVGeneration', 'securityProfile.securityType'])(
  'where %s of a disk cannot be read, no copy without it is made',
  (what) => {
    const { status, calls } = run(leavingScript('az', [windows], words).replace(`"$1" ${what})`, '"$1" nothing; false)'), 'yes\n');
    expect([status, calls.some((call) => call.startsWith('az|disk|create|'))]).toEqual([1, false]);
  },
);

it('where the program that copies is missing, it says so before anything is done, and a machine that is made again needs none', () => {
  const { status, calls } = run(`unset -f azcopy\n${leavingScript('az', [windows, rebuilt], words)}`, 'Ubuntu2204\n');
  expect([status, calls[0], calls.at(-1), made(calls)]).toEqual([1, 'azcopy is needed', 'PayVM1', ['OldVM1-host']]);
  expect(commands(calls)).not.toContain('vm start --ids');
  const copying = leavingScript('powershell', [windows], words);
  expect(copying.indexOf('Get-Command azcopy')).toBeGreaterThan(0);
  expect(copying.indexOf('Get-Command azcopy')).toBeLessThan(copying.indexOf('Set-AzContext'));
  expect(leavingScript('powershell', [rebuilt], words)).not.toContain('Get-Command');
});

it('where a copy fails, no machine is made of it', () => {
  const script = leavingScript('az', [windows], words).replaceAll('azcopy copy', 'false');
  const { status, calls } = run(script, 'yes\n');
  expect(status).not.toBe(0);
  expect(calls.some((call) => call.startsWith('az|vm|create|'))).toBe(false);
});

it('the new machine stands in the subnet of the primary network interface', () => {
  const { calls } = run(leavingScript('az', [windows], words), 'yes\n');
  const query = '[networkProfile.networkInterfaces[?primary].id, networkProfile.networkInterfaces[].id][] | [0]';
  expect(calls.some((call) => call.includes(`|--query|${query}|`))).toBe(true);
  expect(leavingScript('powershell', [windows], words)).toContain('Get-AzNetworkInterface -ResourceId $nics[0].Id');
});

it('of a Linux machine data disks alone are decrypted, and another size is asked for where its own cannot do it', () => {
  const { calls } = run(leavingScript('az', [linux], words), 'Standard_D2s_v5\nyes\n');
  expect(calls.some((call) => call.startsWith('az|vm|extension|set|') && call.includes('"VolumeType":"DATA"'))).toBe(true);
  expect(calls.find((call) => call.startsWith('az|vm|create|'))).toContain('|--size|Standard_D2s_v5|');
});

it('a machine encrypted with an Entra application is decrypted by the extension of its kind', () => {
  const { calls } = run(leavingScript('az', [{ ...linux, pass: 'dual' }], words), 'Standard_D2s_v5\nyes\n');
  const set = calls.find((call) => call.startsWith('az|vm|extension|set|'));
  expect(set).toContain('|--name|AzureDiskEncryptionForLinux|--version|0.1|');
  expect(set).toContain('"VolumeType":"DATA"');
});

it('what is rebuilt keeps its encryption until somebody deletes it, and is asked for the image of the new one', () => {
  const { status, calls } = run(leavingScript('az', [rebuilt], words), 'Ubuntu2204\n');
  expect(status).toBe(0);
  expect(commands(calls)).not.toContain('vm extension set');
  expect(calls.find((call) => call.startsWith('az|vm|create|'))).toContain('|--image|Ubuntu2204|');
});

describe('run again', () => {
  const both = leavingScript('az', [windows, { ...windows, name: 'PayVM2' }], words);

  it('a machine that has its new one is left alone', () => {
    const { status, calls } = run(`THERE=PayVM1-host\n${both}`, 'yes\n');
    expect([status, made(calls)]).toEqual([0, ['PayVM2-host']]);
    expect(commands(calls).filter((command) => command === 'vm extension set')).toHaveLength(1);
  });
  it.each(['Failed', 'Creating'])('a new machine that Azure did not provide is not taken for one (%s)', (state) => {
    const { status, calls } = run(`THERE=PayVM1-host PROVIDED=${state}\n${both}`, 'yes\n');
    expect([status, made(calls), calls.at(-1)]).toEqual([1, ['PayVM2-host'], 'PayVM1']);
    expect(calls).toContain(`PayVM1-host (${state}) isn't ready.`);
  });
  it('where nothing tells whether there is a new machine, none is made', () => {
    const { status, calls } = run(`HIDDEN_VM=1\n${leavingScript('az', [windows], words)}`, 'yes\n');
    expect([status, made(calls), calls.at(-1)]).toEqual([1, [], 'PayVM1']);
  });
  it('a machine that stops holds up no other, can be started, and the end names it', () => {
    const once = 'azcopy() { [ "$group" = other ]; };';
    const first = leavingScript(
      'az',
      [
        { ...windows, name: 'PayVM2' },
        { ...windows, group: 'other' },
      ],
      words,
    );
    const { status, calls } = run(`${once}\n${first}`, 'yes\nyes\n');
    expect([status, made(calls), calls.at(-1)]).toEqual([1, ['PayVM1-host'], 'PayVM2']);
    const stopped = calls.slice(
      0,
      calls.findLastIndex((call) => call.startsWith('az|account|set|')),
    );
    expect(stopped.at(-1)).toBe('az|disk|revoke-access|--ids|/d/system|--output|none|');
  });
  it('the old machine is started, for only one that runs can be decrypted', () => {
    const calls = commands(run(both, 'yes\nyes\n').calls);
    expect(calls.indexOf('vm start --ids')).toBeGreaterThan(0);
    expect(calls.indexOf('vm start --ids')).toBeLessThan(calls.indexOf('vm extension set'));
  });
  it.each([
    ['Upload/ActiveUpload', ['disk revoke-access --resource-group', 'disk delete --resource-group']],
    ['Upload/ReadyToUpload', ['disk delete --resource-group']],
  ])('a copy whose upload an earlier run left open is made again (%s)', (state, wanted) => {
    const { status, calls } = run(`COPY=${state}\n${leavingScript('az', [windows], words)}`, 'yes\n');
    const changed = changedDisks(calls);
    expect(status).toBe(0);
    expect(changed.slice(0, changed.indexOf('disk create --resource-group'))).toEqual([...wanted, ...wanted, ...wanted]);
  });
  it.each([
    ['Upload/Unattached', 'SINCE=noon'],
    ['Upload/Unattached', 'SINCE= TAG=id/'],
    ['Upload/Unattached', 'SINCE=noon TAG=id/morning'],
    ['Upload/Unattached', 'SINCE=noon TAG=id/noon SIZE=2048'],
    ['Upload/Reserved', 'SINCE=noon TAG=id/noon'],
    ['Copy/Unattached', 'SINCE=noon TAG=id/noon'],
  ])(
    'a disk that is not known to be a whole copy of what is there stops it before the old machine starts, and stays (%s, %s)',
    (state, known) => {
      const { status, calls } = run(`COPY=${state} ${known}\n${leavingScript('az', [windows], words)}`, 'yes\n');
      expect([status, ...calls.slice(-2)]).toEqual([1, `system-host (${state}) isn't deleted.`, 'PayVM1']);
      expect(changedDisks(calls)).toEqual([]);
      expect(commands(calls)).not.toContain('vm start --ids');
    },
  );
  const whole = 'COPY=Upload/Unattached SINCE=noon TAG=id/noon';
  it('copies that are whole are used as they are where making the new machine failed, without a question', () => {
    const { status, calls } = run(`${whole}\n${leavingScript('az', [windows], words)}`, '');
    expect([status, made(calls), changedDisks(calls)]).toEqual([0, ['PayVM1-host'], []]);
    expect(calls.find((call) => call.startsWith('az|vm|create|'))).toContain(
      '|--attach-os-disk|system-host|--attach-data-disks|one-host|two-host|--data-disk-caching|0=ReadOnly|1=None|',
    );
    for (const left of ['vm start --ids', 'vm extension set', 'vm deallocate --ids']) expect(commands(calls)).not.toContain(left);
  });
  it('beside copies that are whole the others are made of the same machine, which stays off', () => {
    const { status, calls } = run(`${whole} ABSENT=two-host\n${leavingScript('az', [windows], words)}`, '');
    const disks = calls.filter((call) => call.includes('two-host')).map((call) => call.split('|').slice(1, 3).join(' '));
    expect([status, made(calls)]).toEqual([0, ['PayVM1-host']]);
    expect(disks).toEqual(['disk create', 'disk grant-access', 'disk revoke-access', 'disk update', 'vm create']);
    expect(calls.filter((call) => call.startsWith('az|disk|create|'))).toHaveLength(1);
    expect(commands(calls)).not.toContain('vm start --ids');
  });
  it.each([
    ['noon', Array.from({ length: 3 }, () => 'tags.tresor-copy-of=id/noon')],
    ['', []],
  ])('a copy is marked as whole once its upload has ended, where Azure tells what it is of (%s)', (since, wanted) => {
    const { calls } = run(`SINCE=${since}\n${leavingScript('az', [windows], words)}`, 'yes\n');
    expect(calls.flatMap((call) => /--set\|(tags[^|]+)/.exec(call)?.[1] ?? [])).toEqual(wanted);
  });
  it('where the disks with the names of its copies cannot be read, it stops before the old machine starts', () => {
    const { status, calls } = run(`HIDDEN=1\n${leavingScript('az', [windows], words)}`, 'yes\n');
    expect([status, calls.at(-1), changedDisks(calls)]).toEqual([1, 'PayVM1', []]);
    expect(commands(calls)).not.toContain('vm start --ids');
  });
  it('no upload ends before all copies are there, so that until then all of them can be made again', () => {
    const { calls } = run(leavingScript('az', [windows], words), 'yes\n');
    const ended = calls.flatMap((call, at) => (/^az\|disk\|revoke-access\|.*-host\|/.test(call) ? [at] : []));
    const last = calls.findLastIndex((call) => call.startsWith('azcopy|'));
    expect(ended).toHaveLength(3);
    expect(Math.min(...ended)).toBeGreaterThan(last);
    expect(Math.max(...ended)).toBeLessThan(calls.findIndex((call) => call.startsWith('az|vm|create|')));
  });
});

it('PowerShell does the same, with its values as verbatim strings', () => {
  const script = leavingScript('powershell', [windows, linux, rebuilt], words);
  expect(script).toContain("Disable-AzVMDiskEncryption -ResourceGroupName 'It''s (a) group' -VMName 'PayVM1' -VolumeType All -Force");
  expect(script).toContain("-VMName 'ArchiveVM1' -VolumeType Data -Force");
  expect(script).not.toContain("-VMName 'OldVM1' -VolumeType");
  expect(
    script.match(/^if \(\$new -and \$new.ProvisioningState -ne 'Succeeded'\) \{ throw .+\n^if \(\$new\) \{ .+; return \}$/gm),
  ).toHaveLength(3);
  expect(script.match(/Start-AzVM/g)).toHaveLength(2);
  expect(script).toContain(
    "if ($state -eq 'Upload/Unattached' -and $source -and ($tag + '/' + $old.DiskSizeBytes) -eq $source) { return $true }",
  );
  const order = [
    'Test-WholeCopy',
    'if (-not $whole) {',
    'Start-AzVM',
    'Copy-Disk',
    'Complete-Copy',
    'Set-AzVMOSDisk',
    'Set-AzVMSecurityProfile -VM $config -SecurityType $security.SecurityType',
    'Set-AzVMUefi -VM $config -EnableVtpm $firmware.VTpmEnabled -EnableSecureBoot $firmware.SecureBootEnabled',
    'Add-AzVMDataDisk',
    'New-AzVM ',
  ];
  const moved = script.slice(script.indexOf('Set-AzContext'));
  const places = order.map((one) => moved.indexOf(one));
  expect(places).toEqual(places.filter((at) => at >= 0).toSorted((a, b) => a - b));
  expect(script.match(/Set-AzVMUefi/g)).toHaveLength(2);
  expect(script.match(/^\} catch \{ .+ \$stopped \+= '\w+' \}$/gm)).toHaveLength(3);
  expect(script.indexOf('Revoke-AzDiskAccess -ResourceGroupName $disk')).toBeLessThan(script.indexOf('if (-not $copied) { throw $to }'));
  expect(script.match(/New-AzVMConfig -VMName '\w+-host' -VMSize \$size -EncryptionAtHost @zone/g)).toHaveLength(3);
});
