import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RESTORE_STEPS, type JourneyValues } from '../values';
import { HEADING, RESTORES, restoreOf } from '../values.fixture';
import { writeScript, type Wanted } from '../write-script';
import { hostileName } from '../writing/hostile.fixture';
import { read, type PowerShell } from './read.fixture';

const STEPS = [...RESTORE_STEPS, 'journey'] as const;
const text = (wanted: Wanted, dialect: PowerShell): string | undefined => {
  const script = writeScript(wanted, dialect, 'de', HEADING);
  return typeof script === 'string' ? undefined : script.text;
};

describe.each(RESTORES)('the PowerShell script of a restore (%s)', (_name, values) => {
  it.each(['Az', 'AzureRM'] as const)('is made of cmdlets and parameters of %s, in each step', (dialect) => {
    for (const step of STEPS) {
      const script = text({ of: 'restore', step, values }, dialect);
      if (script !== undefined) read(script, dialect);
      else expect(dialect).toBe('AzureRM');
    }
  });
});

const unmanaged = { osType: 'Windows', managed: false, pass: 'dual', withKey: true } as const;

it('unmanaged disks become managed ones where there is a resource group for them', () => {
  const [asManaged, asVhds] = [true, false].map((managed) =>
    text({ of: 'restore', step: 'disks', values: restoreOf({ ...unmanaged, managed }) }, 'Az'),
  );
  expect(asManaged).toContain(`
$asManaged = @{ RestoreAsManagedDisk = $true }
if ($point.IsManagedVirtualMachine) { $asManaged = @{} }
`);
  expect(asManaged).toContain(" -TargetResourceGroupName 'IgniteRG' @asManaged");
  expect(asVhds).not.toContain('asManaged');
});

it('AzureRM of January 2017 knows neither managed disks nor encryption without an application', () => {
  for (const change of [{ managed: true }, { pass: 'single' }, { withKey: false }] as const) {
    expect(writeScript({ of: 'restore', step: 'keys', values: restoreOf({ ...unmanaged, ...change }) }, 'AzureRM', 'en', HEADING)).toBe(
      'not-in-2017',
    );
  }
  expect(text({ of: 'restore', step: 'keys', values: restoreOf(unmanaged) }, 'AzureRM')).toContain('Restore-AzureKeyVaultKey');
});

it('the managed disks of a restore are those that its job marked, however the machine is called', () => {
  const script = text({ of: 'restore', step: 'journey', values: restoreOf({ ...unmanaged, managed: true }) }, 'Az') ?? '';
  expect(script).toContain("$_.Tags['RSVaultBackup'] -eq [string]$job.JobId");
  expect(script).toContain("$osDisk = ($found | Where-Object { $_.Name -like '*-osdisk-*' }).Id");
  expect(script).toContain('if ($onDisk.Zones) { $vm.Zones = $onDisk.Zones }');
});

const machineOf = (change: { managed?: boolean } = {}, values: Partial<JourneyValues> = {}, dialect: PowerShell = 'Az') =>
  text({ of: 'restore', step: 'machine', values: { ...restoreOf({ ...unmanaged, managed: true, ...change }), ...values } }, dialect) ?? '';

it('a machine of managed disks has plan and security type of the disk of its system, and the firmware of the old one', () => {
  const script = machineOf();
  expect(script).toContain("$security = ($type -split '_')[0]");
  expect(script).toContain('Set-AzVMPlan -VM $vm -Name $plan.Name');
  expect(script).toContain('Set-AzVMSecurityProfile -VM $vm -SecurityType $security');
  expect(script).toContain("$system.SecurityEncryptionType = 'DiskWithVMGuestState'");
  const told = ["$config.'properties.securityProfile'.uefiSettings", '$old.SecurityProfile.UefiSettings }', 'Set-AzVMUefi'];
  expect(told.map((part) => script.indexOf(part)).toSorted((a, b) => a - b)).toEqual(told.map((part) => script.indexOf(part)));
  expect(told.filter((part) => !script.includes(part))).toEqual([]);
  expect(machineOf({ managed: false })).not.toContain('SecurityProfile');
});

it('a machine is made with what the configuration tells of the old one, or that itself', () => {
  const script = machineOf({}, { keys: null });
  for (const part of [
    "@($config.'properties.licenseType', $old.LicenseType)",
    '$like.ProximityPlacementGroupId = $group',
    '$like.EncryptionAtHost = $true',
    '$like.EnableUltraSSD = $true',
    "-VMSize 'Standard_DS2_v2' @like",
    '$system.Caching = [string]$was.caching',
    '-CreateOption Attach @use',
  ]) {
    expect(script).toContain(part);
  }
  expect(machineOf()).not.toContain('EncryptionAtHost');
  expect(script).not.toContain('WriteAccelerator');
  const { machine } = restoreOf(unmanaged);
  expect(machineOf({}, { machine: { ...machine, size: 'Standard_M16ms' } })).toContain('$use.WriteAccelerator = $true');
  expect(machineOf({ managed: false }, {}, 'AzureRM')).not.toContain('@like');
});

it('what sizes can do is asked only of machines that had what not every size can, and stops no person from whom Azure hides it', () => {
  const { machine } = restoreOf(unmanaged);
  const code = machineOf({}, { keys: null, machine: { ...machine, size: 'Standard_M16ms' } }).split('\n');
  const asking = [...code.entries()].filter(([, line]) => line.includes('Get-AzComputeResourceSku'));
  expect(asking.map(([at]) => code[at - 1])).toEqual(['if ($atHost) {', 'if ($accelerated) {']);
  for (const [, line] of asking) expect(line).toContain("Get-AzComputeResourceSku -Location 'westeurope' -ErrorAction SilentlyContinue");
  expect(machineOf()).not.toContain('Get-AzComputeResourceSku');
});

it('a disk is used as the first tells that says how: the configuration, or the old machine', () => {
  const code = machineOf();
  expect(code).toContain("@($config.'properties.storageProfile'.osDisk, $old.StorageProfile.OsDisk) | Where-Object { [string]$_.caching }");
  expect(code).toMatch(
    /\.dataDisks\) \+ @\(\$old\.StorageProfile\.DataDisks\) \|\s+Where-Object \{ \$_\.lun -eq \$lun -and \[string\]\$_\.caching \}/,
  );
});

it('a proximity placement group into which this person may put no machine is left out', () => {
  const code = machineOf();
  expect(code).toMatch(
    /try \{ New-AzVM .+ \} catch \{\n.+LinkedAuthorizationFailed.+\{ throw \}\n.+\n {2}\$vm\.ProximityPlacementGroup = \$null\n {2}New-AzVM /,
  );
  expect(machineOf({ managed: false }, { pass: 'dual' }, 'AzureRM')).not.toContain('ProximityPlacementGroup');
});

it('a machine that is to stay out of the proximity placement group is made without asking for it', () => {
  const { machine } = restoreOf(unmanaged);
  const code = machineOf({}, { machine: { ...machine, withoutProximityGroup: true } });
  expect(code).not.toContain('ProximityPlacementGroup');
  expect(code).toContain('New-AzVM -ResourceGroupName');
  expect(code).toContain('$like.LicenseType = $license');
});

it('machine, interface and address have the tags of the old machine, unless they are left out', () => {
  const { machine } = restoreOf(unmanaged);
  const withTags = machineOf({}, { machine: { ...machine, publicIp: true } });
  expect(withTags.match(/-Tag \(@\{ 'tresor-restore' = \[string\]\$job\.JobId \} \+ \$tags\)/g)).toHaveLength(2);
  expect(withTags).toContain('if ($tags.Count) { $like.Tags = $tags }');
  expect(withTags).toContain("-match '^(microsoft|azure|windows|tresor-(restore|isolation)$)'");
  const without = machineOf({}, { machine: { ...machine, withoutTags: true } });
  expect(without).not.toContain('$tags');
  const added = machineOf({}, { machine: { ...machine, withoutTags: true, addedTags: [{ name: "o'wner", value: '$x' }] } });
  expect(added).toContain("$tags['o''wner'] = '$x'");
  expect(added).not.toContain('$old.Tags');
  expect(machineOf({ managed: false }, {}, 'AzureRM')).not.toContain('$tags');
});

it('Write Accelerator is on no more disks than the size bears', () => {
  const { machine } = restoreOf(unmanaged);
  const code = machineOf({}, { machine: { ...machine, size: 'Standard_M16ms' } });
  expect(code).toContain(
    'if ($accelerated.Count -gt [int]$most) { $accelerated | ForEach-Object { $_.WriteAcceleratorEnabled = $false } }',
  );
  expect(code.indexOf('if ($accelerated) {')).toBeGreaterThan(code.indexOf('Add-AzVMDataDisk'));
});

const stepOf = (step: 'encryption' | 'machine', managed: boolean) =>
  text({ of: 'restore', step, values: restoreOf({ ...unmanaged, pass: 'single', managed }) }, 'Az') ?? '';

it('only disks that were encrypted are to be so again: managed ones tell by their settings, of VHDs a person is asked', () => {
  expect(stepOf('encryption', true)).toContain('.EncryptionSettingsCollection.Enabled) { $were += $name; continue }');
  expect(stepOf('encryption', false)).not.toContain('$were += $name');
  expect(stepOf('encryption', false)).toMatch(/elseif \(\$first\) \{\s+\$apply = Read-Host/);
  expect(stepOf('machine', true)).toContain('.EncryptionSettingsCollection.Enabled) { continue }');
});

it.each(['Az', 'AzureRM'] as const)(
  'the machine is protected before its encryption, and what nobody tells of keeps the file with key data (%s)',
  (dialect) => {
    const script = text({ of: 'restore', step: 'journey', values: restoreOf(unmanaged) }, dialect) ?? '';
    const order = [
      ...script.matchAll(/Enable-Az\w*Protection|Set-Az\w*VMDiskEncryptionExtension|Find-LockedDisk \$were\) \{|Remove-Az\w*Blob/g),
    ];
    expect(order.map(([part]) => part.replace(/-Az(?:ureRm|ure)?/, '-'))).toEqual([
      'Enable-RecoveryServicesBackupProtection',
      'Set-VMDiskEncryptionExtension',
      'Find-LockedDisk $were) {',
      expect.stringMatching(/^Remove-.*Blob$/),
    ]);
    expect(script).toContain("if ($apply -eq 'y') { $were += $first } else { $told = $false }");
    expect(script).toContain('if (-not $were -and $told -and -not (Find-EncryptedDisk)) { throw');
    expect(script.indexOf('if (-not $told) {')).toBeLessThan(script.search(/Remove-Az\w*Blob/));
    expect(script.indexOf('if (-not $told) {')).toBeGreaterThan(0);
  },
);

it.each(['Az', 'AzureRM'] as const)('a new key vault is opened to the Backup service of its cloud (%s)', (dialect) => {
  const keysOf = (serviceAppId: string | null) =>
    text({ of: 'restore', step: 'keys', values: restoreOf(unmanaged, { serviceAppId }) }, dialect) ?? '';
  expect(keysOf('00000000-0000-4000-8000-00000000b5c0')).toContain("-ServicePrincipalName '00000000-0000-4000-8000-00000000b5c0'");
  const byName = keysOf(null);
  expect(byName).toMatch(/-ObjectId \(Get-Az\w*ADServicePrincipal -\w+ 'Backup Management Service'\)\.Id -Permissions/);
  read(byName, dialect);
});

it.each(['Az', 'AzureRM'] as const)('is one part, so that pasted into a shell it asks the person and leaves that open (%s)', (dialect) => {
  for (const step of STEPS) {
    const script = text({ of: 'restore', step, values: restoreOf(unmanaged) }, dialect) ?? '';
    const code = script.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect([code[0], code[1], code.at(-1)]).toEqual(['& {', "$ErrorActionPreference = 'Stop'", '}']);
    expect(script).not.toMatch(/^\s*exit\b/m);
  }
});

it.each(['Az', 'AzureRM'] as const)('restores the key before the secret and deletes what holds key data at the end (%s)', (dialect) => {
  const script = text({ of: 'restore', step: 'journey', values: restoreOf(unmanaged) }, dialect) ?? '';
  const at = (pattern: RegExp) => script.search(pattern);
  expect(at(/Restore-Az\w*KeyVaultKey/)).toBeGreaterThan(0);
  expect(at(/Restore-Az\w*KeyVaultKey/)).toBeLessThan(at(/Set-Az\w*KeyVaultSecret /));
  expect(at(/Set-Az\w*KeyVaultSecret /)).toBeLessThan(at(/New-Az\w*VM /));
  expect(script.trimEnd()).toMatch(/Remove-Item -Path \$temporary\.FullName -Recurse -Force\n\}\n\n\}$/);
});

it.each(['Az', 'AzureRM'] as const)('a key vault is enabled for disk encryption last, after the service was let in (%s)', (dialect) => {
  const script = text({ of: 'restore', step: 'keys', values: restoreOf(unmanaged) }, dialect) ?? '';
  const order = [...script.matchAll(/New-Az\w*KeyVault |-PermissionsToKeys|-EnabledForDiskEncryption/g)].map(([part]) => part.trim());
  const one = [expect.stringContaining('New-'), '-PermissionsToKeys', '-EnabledForDiskEncryption'];
  expect(order).toEqual([...one, ...one]);
});

it.each(['Az', 'AzureRM'] as const)(
  'stops where its vault or its machine in it is not there, and takes no other that the session knows (%s)',
  (dialect) => {
    const code = text({ of: 'restore', step: 'disks', values: restoreOf(unmanaged) }, dialect)?.split('\n') ?? [];
    const after = (cmdlet: RegExp) => code[code.findIndex((line) => cmdlet.test(line)) + 1];
    expect(after(/^\$vault = Get-/)).toBe("if (-not $vault) { throw 'OperationsVault' }");
    expect(after(/^\$container = Get-/)).toBe("if (-not $container) { throw 'DBVM2' }");
  },
);

it('restored disks that have lost their tag are missed before a machine is made', () => {
  const script = text({ of: 'restore', step: 'journey', values: restoreOf({ ...unmanaged, managed: true }) }, 'Az') ?? '';
  expect(script).toContain('if (-not $osDisk) { throw $untagged }');
  expect(script).toMatch(/if \(\$lost\) \{ throw [^]+New-AzNetworkInterface/);
});

it('the file with key data of a confidential VM is found by its own name', () => {
  const script = text({ of: 'restore', step: 'after-care', values: restoreOf(unmanaged) }, 'Az') ?? '';
  expect(script).toContain("if (-not $info) { $info = $files['Secured Encryption Info Blob Name'] }");
  expect(script).toContain('if ($info) {\n  if (Find-KeyFile) { Remove-AzStorageBlob @inContainer -Blob $info ');
});

it.each(['Az', 'AzureRM'] as const)(
  'who may not look into the storage account is not told that the file with key data is gone (%s)',
  (dialect) => {
    const script = text({ of: 'restore', step: 'after-care', values: restoreOf(unmanaged) }, dialect) ?? '';
    const asking = script.split('\n').filter((line) => /StorageBlob |Find-KeyFile/.test(line));
    expect(asking).toContain('  if (Find-KeyFile) { throw $info }');
    expect(asking.join('\n')).not.toContain('SilentlyContinue');
  },
);

it('what the storage account keeps of a deleted file with key data is said, which the cmdlets of 2017 cannot', () => {
  const values = restoreOf(unmanaged);
  const [today, of2017] = (['Az', 'AzureRM'] as const).map((dialect) => text({ of: 'restore', step: 'after-care', values }, dialect));
  const asking = '$kept = @(Get-AzStorageBlob @inContainer -Prefix $info -IncludeDeleted -IncludeVersion)';
  expect(today).toContain(`try { ${asking} } catch { $kept = @(); `);
  expect(of2017).not.toContain('IncludeDeleted');
});

it.each(['Az', 'AzureRM'] as const)('goes on only where the VM agent answers, as az does (%s)', (dialect) => {
  const code = text({ of: 'restore', step: 'encryption', values: restoreOf(unmanaged) }, dialect)?.split('\n') ?? [];
  const at = code.findIndex((line) => line.includes('.VMAgent'));
  const ready = "$agent -and $agent.Statuses[0].Code -eq 'ProvisioningState/succeeded'";
  expect(code.slice(at + 1, at + 5)).toEqual([
    `  if (${ready}) { break }`,
    '  Start-Sleep -Seconds 10',
    '}',
    `if (-not (${ready})) { throw 'DBVM2-restored' }`,
  ]);
});

it.each(['Key', 'Secret'])('goes on only where the deleted %s is back', (noun) => {
  const code = text({ of: 'restore', step: 'keys', values: restoreOf(unmanaged) }, 'Az')?.split('\n') ?? [];
  const at = code.findIndex((line) => line.includes(`Undo-AzKeyVault${noun}Removal`));
  expect(code.slice(at + 1, at + 3)).toEqual([
    expect.stringMatching(new RegExp(`foreach .+ if \\(Get-AzKeyVault${noun} .+ break .+ Start-Sleep`)),
    expect.stringMatching(new RegExp(`if \\(-not \\(Get-AzKeyVault${noun} .+ throw`)),
  ]);
});

const isSkipped = (osType: 'Windows' | 'Linux', dialect: PowerShell) =>
  text({ of: 'restore', step: 'encryption', values: restoreOf({ ...unmanaged, osType }) }, dialect)?.includes(' -SkipVmBackup ');

it('no copy is taken of a Linux machine before it is encrypted, which fails with managed disks', () => {
  expect([isSkipped('Linux', 'Az'), isSkipped('Windows', 'Az'), isSkipped('Linux', 'AzureRM')]).toEqual([true, false, false]);
});

it('the key of January 2017 comes into a folder where no other file can be taken for it', () => {
  const script = text({ of: 'restore', step: 'journey', values: restoreOf(unmanaged) }, 'AzureRM') ?? '';
  const [, folder = ''] = /-KeyFileDownloadLocation (\$\w+)\.FullName/.exec(script) ?? [];
  expect(folder).not.toBe('$temporary');
  expect(script).toContain(`Get-ChildItem -Path ${folder}.FullName -File`);
  expect(script.split(`${folder}.FullName`)).toHaveLength(3);
});

it.each(['Az', 'AzureRM'] as const)('says at its top that nobody has run it, and in which part it stops (%s)', (dialect) => {
  const script = text({ of: 'restore', step: 'journey', values: restoreOf(unmanaged) }, dialect) ?? '';
  expect(script.split('\n').slice(0, 7)).toEqual([
    '# Datenträger wiederherstellen: DBVM2',
    '# Geschrieben von Tresor am 2026-11-26 18:05 UTC',
    expect.stringMatching(/PowerShell 5\.1/),
    expect.stringContaining('von uns nicht ausgeführt'),
    '# Nötige Rechte:',
    '#   Backup Operator (am Recovery Services-Tresor)',
    '',
  ]);
  expect(script.indexOf('trap {')).toBeLessThan(script.indexOf('$doing ='));
});

it('names that look like code are one string each, in every script', () => {
  const base = restoreOf(unmanaged);
  fc.assert(
    fc.property(hostileName, hostileName, fc.constantFrom(...STEPS), fc.constantFrom('Az', 'AzureRM'), (vmName, group, step, dialect) => {
      const values = { ...base, vmName, resourceGroup: group, vmGroup: group, machine: { ...base.machine, name: vmName, group } };
      const script = text({ of: 'restore', step, values }, dialect);
      if (script === undefined) return;
      const strings = read(script, dialect).flatMap(({ kind, text }) => (kind === 'string' ? [text] : []));
      expect(strings).toContain(group);
      expect(strings).toContain(`;${group};${vmName}`);
    }),
  );
});

it('backs up now and protects', () => {
  const { subscriptionId, resourceGroup, vaultName, vmGroup, vmName } = restoreOf(unmanaged);
  const vault = { subscriptionId, resourceGroup, vaultName };
  const backup = { of: 'backup-now', values: { ...vault, vmGroup, vmName, retainUntil: '2017-02-17' } } as const;
  const vmIds = ['/subscriptions/s/resourceGroups/r/providers/Microsoft.Compute/virtualMachines/a'];
  const protection = { of: 'protection', values: { ...vault, policyName: 'DefaultPolicy', vmIds } } as const;
  for (const dialect of ['Az', 'AzureRM'] as const) {
    for (const wanted of [backup, protection]) read(text(wanted, dialect) ?? '', dialect);
  }
  expect(text(protection, 'Az')).toMatch(/if \(-not \(Get-AzRecoveryServicesBackupStatus .+\)\.BackedUp\) { Enable-Az/);
  expect(text(backup, 'Az')).toContain("-ExpiryDateTimeUTC ([DateTime]::SpecifyKind('2017-02-17T23:59:59', 'Utc'))");
});
