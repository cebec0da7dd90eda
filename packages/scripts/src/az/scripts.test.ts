import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RESTORE_STEPS } from '../values';
import { HEADING, RESTORES, restoreOf } from '../values.fixture';
import { writeScript, type Wanted } from '../write-script';
import { hostileName } from '../writing/hostile.fixture';
import { understood } from './understood.fixture';
import { APPLICATION, KEY, runWithStub, SECRET, type Run } from './stub-az.fixture';

const STEPS = [...RESTORE_STEPS, 'journey'] as const;

function scriptOf(wanted: Wanted): string {
  const script = writeScript(wanted, 'az', 'de', HEADING);
  if (typeof script === 'string') throw new Error(script);
  return script.text;
}

const callsOf = ({ calls }: Run, command: string) => calls.map(understood).filter((call) => call.command === command);
const windows = { osType: 'Windows', managed: true, pass: 'dual', withKey: true } as const;
const run = (values = restoreOf(windows), step: (typeof STEPS)[number] = 'journey') =>
  runWithStub(scriptOf({ of: 'restore', step, values }));

describe.each(RESTORES)('the script for az of a restore (%s)', (_name, values) => {
  it('is one that bash can read, whatever the step', () => {
    const text = STEPS.map((step) => scriptOf({ of: 'restore', step, values })).join('\n');
    expect(spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  it('takes of other programs only what those of macOS have, too', () => {
    const text = STEPS.map((step) => scriptOf({ of: 'restore', step, values })).join('\n');
    expect(text).not.toMatch(/base64 -d\b|grep -\w*P|sed -i|readlink -f|\bmapfile\b|\bdeclare -A\b|\$\{\w+,,\}/);
  });

  it('asks only for what az knows, shows no secret, restores the key before the secret and gives every disk its LUN', () => {
    const done = run(values);
    expect(done).toMatchObject({ code: 0, secret: SECRET, left: [] });
    expect(done.key).toEqual(values.keys?.key ? Buffer.from(KEY, 'base64url') : undefined);
    expect(done.output).not.toContain(SECRET);
    expect(done.calls.flat().join(' ')).not.toContain(SECRET);
    const order = done.calls.map((call) => understood(call).command);
    const [secretAt, machineAt] = [order.indexOf('keyvault secret set'), order.lastIndexOf('rest')];
    if (values.keys?.key) expect(order.indexOf('keyvault key restore')).toBeLessThan(secretAt);
    expect(secretAt).toBeLessThan(machineAt);
    const [body = ''] = callsOf(done, 'rest').at(-1)?.options.get('body') ?? [];
    const osDisk = { createOption: 'Attach', osType: values.osType };
    const dataDisks = [expect.objectContaining({ lun: 9, createOption: 'Attach' })];
    expect(JSON.parse(body.slice(1))).toMatchObject({ properties: { storageProfile: { osDisk, dataDisks } } });
    if (values.targetGroup !== null) expect(body).not.toContain('/x/disks/other');
    expect(JSON.parse(body.slice(1))).not.toHaveProperty('zones');
    expect(body.includes('"encryptionSettings"')).toBe(values.pass === 'dual');
  });
});

it('a machine of managed disks is made in their zone', () => {
  const script = scriptOf({ of: 'restore', step: 'machine', values: restoreOf(windows) });
  const { code, calls } = runWithStub(`export AZ_ZONE=2\n${script}`);
  const body =
    calls
      .map(understood)
      .findLast(({ command }) => command === 'rest')
      ?.options.get('body')?.[0] ?? '';
  expect([code, JSON.parse(body.slice(1))]).toEqual([0, expect.objectContaining({ zones: ['2'] })]);
});

it('a machine whose system was bought in the marketplace names its plan again', () => {
  const script = scriptOf({ of: 'restore', step: 'machine', values: restoreOf(windows) });
  const plan = { name: 'server', publisher: 'fabrikam', product: 'appliance' };
  for (const [told, asked] of [
    [JSON.stringify(plan, null, 2), expect.objectContaining({ plan })],
    ['', expect.not.objectContaining({ plan: expect.anything() })],
    ['null', expect.not.objectContaining({ plan: expect.anything() })],
  ] as const) {
    const done = runWithStub(`export AZ_PLAN='${told}'\n${script}`);
    const [body = ''] = callsOf(done, 'rest').at(-1)?.options.get('body') ?? [];
    expect([done.code, JSON.parse(body.slice(1))]).toEqual([0, asked]);
  }
});

/** What a script that is told something asks Azure to make. */
function modelOf(told: string, values = restoreOf(windows), fails = ''): unknown {
  const done = runWithStub(`export ${told}\n${scriptOf({ of: 'restore', step: 'machine', values })}`, undefined, fails);
  const [body = ''] = callsOf(done, 'rest').at(-1)?.options.get('body') ?? [];
  expect(done).toMatchObject({ code: 0, left: [] });
  return JSON.parse(body.slice(1));
}

const startsBy = (secureBootEnabled: boolean) =>
  `AZ_OLD='${JSON.stringify({ securityProfile: { uefiSettings: { secureBootEnabled, vTpmEnabled: true } } }, null, 2)}'`;

describe('a machine with Trusted Launch', () => {
  const SECURITY = 'properties.securityProfile';
  const config = `AZ_CONFIG='{"properties.securityProfile":{"uefiSettings":{"secureBootEnabled":false,"vTpmEnabled":true}}}'`;

  it('is made with it again, with the firmware that the configuration tells, or the old machine where that tells none', () => {
    const uefiSettings = { secureBootEnabled: false, vTpmEnabled: true };
    const securityType = 'TrustedLaunch';
    expect(modelOf(`AZ_SECURITY=TrustedLaunch ${startsBy(true)} ${config}`)).toHaveProperty(SECURITY, { securityType, uefiSettings });
    expect(modelOf(`AZ_SECURITY=TrustedLaunch ${startsBy(false)}`)).toHaveProperty(SECURITY, { securityType, uefiSettings });
    expect(modelOf('AZ_SECURITY=TrustedLaunch')).toHaveProperty(SECURITY, { securityType });
  });
  it('is no other than the disk of its system says', () => {
    for (const type of ['', 'None', 'Standard']) expect(modelOf(`AZ_SECURITY=${type} ${config}`)).not.toHaveProperty(SECURITY);
    expect(modelOf('AZ_SECURITY=ConfidentialVM_DiskEncryptedWithPlatformKey')).toHaveProperty(SECURITY, { securityType: 'ConfidentialVM' });
  });
  it('that is a confidential one says what of its disk is encrypted', () => {
    for (const [type, securityEncryptionType] of [
      ['DiskEncryptedWithPlatformKey', 'DiskWithVMGuestState'],
      ['VMGuestStateOnlyEncryptedWithPlatformKey', 'VMGuestStateOnly'],
      ['NonPersistedTPM', 'NonPersistedTPM'],
    ]) {
      const place = 'properties.storageProfile.osDisk.managedDisk.securityProfile';
      expect(modelOf(`AZ_SECURITY=ConfidentialVM_${type}`)).toHaveProperty(place, { securityEncryptionType });
    }
  });
});

const managed = (name: string) => ({ managedDisk: { id: `/disks/${name}`, diskEncryptionSet: { id: '/sets/s' } } });
const told = (name: string, value: object) => `${name}='${JSON.stringify(value)}'`;

describe('what the old machine was made with', () => {
  const plain = restoreOf(windows, { keys: null });
  const near = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/proximityPlacementGroups/near';
  const storageProfile = {
    osDisk: { osType: 'Windows', ...managed('os'), name: 'os', caching: 'ReadOnly', encryptionSettings: { diskEncryptionKey: { a: 'b' } } },
    dataDisks: [
      { lun: 0, caching: 'ReadWrite', ...managed('zero') },
      { ...managed('nine'), caching: 'ReadOnly', writeAcceleratorEnabled: true, lun: 9 },
    ],
  };
  const members = { licenseType: 'Windows_Server', proximityPlacementGroup: { id: near } };
  const config = {
    tags: { lun: '9' },
    'properties.storageProfile': storageProfile,
    'properties.securityProfile': { encryptionAtHost: true },
    ...Object.fromEntries(Object.entries(members).map(([name, value]) => [`properties.${name}`, value])),
  };
  const ALIKE = {
    storageProfile: {
      osDisk: { caching: 'ReadOnly' },
      dataDisks: [
        { lun: 0, caching: 'ReadWrite' },
        { lun: 9, caching: 'ReadOnly' },
      ],
    },
    ...members,
  };

  it('is what the new one has: as the configuration tells it, else the old machine', () => {
    const made = modelOf(told('AZ_CONFIG', config), plain);
    expect(made).toMatchObject({ properties: { ...ALIKE, securityProfile: { encryptionAtHost: true } } });
    expect(JSON.stringify(made)).not.toContain('writeAccelerator');
    const old = { ...members, storageProfile, securityProfile: { encryptionAtHost: null, uefiSettings: null } };
    expect(modelOf(told('AZ_OLD', old), plain)).toMatchObject({ properties: ALIKE });
    expect(modelOf(told('AZ_OLD', { licenseType: 'RHEL_ELS_6' }), plain)).toHaveProperty('properties.licenseType', 'RHEL_ELS_6');
    expect(modelOf(`${told('AZ_OLD', { licenseType: 'None' })} ${told('AZ_CONFIG', {})}`, plain)).not.toHaveProperty(
      'properties.licenseType',
    );
  });

  it('is Write Accelerator on a size of the M-series, and Ultra Disks where one of its disks is one', () => {
    const large = { ...plain, machine: { ...plain.machine, size: 'Standard_M16ms' } };
    const made = modelOf(`${told('AZ_CONFIG', config)} AZ_SKU=UltraSSD_LRS AZ_ACCELERATORS=2`, large);
    const dataDisks = [{ lun: 0 }, { lun: 9, writeAcceleratorEnabled: true }];
    expect(made).toMatchObject({ properties: { storageProfile: { dataDisks }, additionalCapabilities: { ultraSSDEnabled: true } } });
  });

  it('is Write Accelerator on no more disks than the size bears, or than Azure tells that it bears', () => {
    const large = { ...plain, machine: { ...plain.machine, size: 'Standard_M8ms' } };
    const isAccelerated = { caching: 'None', writeAcceleratorEnabled: true };
    const osDisk = { ...managed('os'), ...isAccelerated };
    const both = { 'properties.storageProfile': { osDisk, dataDisks: [{ ...managed('nine'), ...isAccelerated, lun: 9 }] } };
    const accelerated = (most: string, fails?: string) =>
      JSON.stringify(modelOf(`${told('AZ_CONFIG', both)} AZ_ACCELERATORS=${most}`, large, fails)).split('"writeAcceleratorEnabled":true')
        .length - 1;
    expect([accelerated('2'), accelerated('1'), accelerated(''), accelerated('2', 'vm list-skus')]).toEqual([2, 0, 0, 0]);
  });

  it('is the caching of the old machine where the configuration names a disk and not that', () => {
    const untold = { 'properties.storageProfile': { osDisk: managed('os'), dataDisks: [{ lun: 9, ...managed('nine') }] } };
    const made = modelOf(`${told('AZ_CONFIG', untold)} ${told('AZ_OLD', { storageProfile })}`, plain);
    const dataDisks = [
      { lun: 0, caching: 'ReadWrite' },
      { lun: 9, caching: 'ReadOnly' },
    ];
    expect(made).toMatchObject({ properties: { storageProfile: { osDisk: { caching: 'ReadOnly' }, dataDisks } } });
  });

  it('is no encryption at host where Azure hides from the person what the size can do', () => {
    const hidden = modelOf(told('AZ_CONFIG', config), plain, 'vm list-skus');
    expect(hidden).toMatchObject({ properties: ALIKE });
    expect(hidden).not.toHaveProperty('properties.securityProfile');
  });

  describe('its proximity placement group', () => {
    const text = scriptOf({ of: 'restore', step: 'machine', values: plain });
    it('is not asked for where the machine is to stay out of it', () => {
      const apart = restoreOf(windows, { keys: null, machine: { ...plain.machine, withoutProximityGroup: true } });
      const made = modelOf(told('AZ_CONFIG', config), apart);
      expect(made).toMatchObject({ properties: { licenseType: 'Windows_Server' } });
      expect(made).not.toHaveProperty('properties.proximityPlacementGroup');
    });
    const refused = (AZ_REFUSAL: string) => {
      const given = `${told('AZ_CONFIG', config)} AZ_REFUSES=proximityPlacementGroup AZ_REFUSAL='${AZ_REFUSAL}'`;
      const done = runWithStub(`export ${given}\n${text}`);
      return { ...done, asked: callsOf(done, 'rest').map(({ options }) => options.get('body')?.[0]?.includes('proximityPlacementGroup')) };
    };
    it('is left out, and that is said, where this person may not put a machine into it', () => {
      const done = refused(`Forbidden({"error":{"code":"LinkedAuthorizationFailed","message":"may not write ${near}"}})`);
      expect(done).toMatchObject({
        code: 0,
        asked: [true, false],
        output: expect.stringContaining('ohne die Näherungsplatzierungsgruppe'),
      });
    });
    it.each([
      'Forbidden({"error":{"code":"LinkedAuthorizationFailed","message":"may not read /subscriptions/s/diskEncryptionSets/d"}})',
      `Conflict({"error":{"code":"OverconstrainedAllocationRequest","message":"${near}"}})`,
    ])('is not what another refusal is about: %s', (refusal) => {
      const done = refused(refusal);
      expect(done).toMatchObject({ asked: [true], left: [], output: expect.stringContaining('Abgebrochen bei: Den virtuellen Computer') });
      expect(done.output).toContain(refusal);
      expect(done.code).not.toBe(0);
    });
  });

  it('is no encryption at host where Azure Disk Encryption encrypts it, and no group that is gone or elsewhere', () => {
    expect(modelOf(told('AZ_CONFIG', config))).not.toHaveProperty('properties.securityProfile');
    const elsewhere = restoreOf(windows, { location: 'northeurope' });
    expect(modelOf(told('AZ_CONFIG', config), elsewhere)).not.toHaveProperty('properties.proximityPlacementGroup');
  });
});

it('asks the paired region about point, disks and job where they come back there, and leaves the protection to a vault of that region', () => {
  const text = scriptOf({ of: 'restore', step: 'journey', values: restoreOf(windows, { location: 'northeurope', inPair: true }) });
  const asking = text.split('\n').filter((line) => /az backup (?:job|recoverypoint) |--rp-name|--storage-account .*query name/.test(line));
  expect(asking.length).toBeGreaterThan(4);
  // The keys of the point are told by the vault’s own region alone.
  expect(asking.filter((line) => !/--use-secondary-region|--rp-name|keyAndSecret/.test(line))).toEqual([]);
  expect(text).not.toContain('enable-for-vm');
  expect(spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  const values = restoreOf(windows, { inPair: true });
  expect(writeScript({ of: 'restore', step: 'protection', values }, 'az', 'de', HEADING)).toBe('not-protected-in-pair');
  expect(writeScript({ of: 'restore', step: 'journey', values }, 'Az', 'de', HEADING)).toBe('pair-by-az-only');
});

const made = (done: Run) => ['network public-ip create', 'network nic create', 'disk wait'].map((command) => callsOf(done, command).length);

describe('a machine that is there already', () => {
  const text = scriptOf({ of: 'restore', step: 'journey', values: restoreOf({ ...windows, pass: 'single' }) });
  it('keeps its network where an earlier run made it of these disks', () => {
    const done = runWithStub(`export AZ_STANDING=/x/disks/OFJOB-osdisk-1\n${text}`);
    expect([done.code, made(done)]).toEqual([0, [0, 0, 0]]);
    expect(made(runWithStub(text))).toEqual([1, 1, 2]);
  });
  it('is not taken for one that is not there where Azure does not tell', () => {
    const done = runWithStub(text, undefined, 'vm show');
    expect(done.output).toContain('Abgebrochen bei: Steht der neue virtuelle Computer schon');
    expect([done.code === 0, made(done), callsOf(done, 'rest')]).toEqual([false, [0, 0, 0], []]);
  });
  it('is left alone where it has other disks', () => {
    const done = runWithStub(`export AZ_STANDING=/x/disks/other-osdisk-1\n${text}`);
    expect(done).toMatchObject({ left: [], output: expect.stringContaining('Abgebrochen bei: Steht der neue virtuelle Computer schon') });
    expect([done.code === 0, made(done), callsOf(done, 'rest')]).toEqual([false, [0, 0, 0], []]);
  });
});

it('says at its top what it does, for what, when it was written, what it takes and what nobody has proved', () => {
  const lines = scriptOf({ of: 'restore', step: 'journey', values: restoreOf(windows) }).split('\n');
  expect(lines[0]).toBe('#!/usr/bin/env bash');
  expect(lines.slice(1, 7)).toEqual([
    '# Datenträger wiederherstellen: DBVM2',
    '# Geschrieben von Tresor am 2026-11-26 18:05 UTC',
    expect.stringContaining('Azure CLI ab Version 2.74'),
    expect.stringContaining('gegen eine Simulation von Azure'),
    '# Nötige Rechte:',
    '#   Backup Operator (am Recovery Services-Tresor)',
  ]);
});

describe('restored disks that have lost their tag', () => {
  const text = scriptOf({ of: 'restore', step: 'journey', values: restoreOf(windows) });
  it.each([
    ['all of them', 'AZ_NO_TAGS=1', ''],
    ['one', 'AZ_UNTAGGED=ofjob-datadisk-010-1', ' ofjob-datadisk-010-1'],
  ])('are missed before a machine is made, with what the tag has to say (%s)', (_what, given, named) => {
    const done = runWithStub(`export ${given}\n${text}`);
    expect(done.output).toContain(`setzen Sie es wieder: RSVaultBackup=cae90b5e-3880-4b7f-be15-fe460a7ba729${named}\n`);
    expect(done.output).toContain('Abgebrochen bei: Die wiederhergestellten Datenträger');
    expect([done.code === 0, made(done), callsOf(done, 'rest')]).toEqual([false, [0, 0, 0], []]);
  });
  it('are none of it where they are named for another moment', () => {
    expect(runWithStub(`export AZ_UNTAGGED=ofjob-datadisk-010-2\n${text}`).code).toBe(0);
  });
});

it.each([
  ['backup restore restore-disks', 'Datenträger wiederherstellen', 'journey'],
  ['rest --method put', 'Den virtuellen Computer aus den Datenträgern erstellen', 'machine'],
  ['network nic create', 'Netzwerkschnittstelle', 'journey'],
  ['vm extension set', 'Azure Disk Encryption erneut anwenden', 'journey'],
  ['vm get-instance-view', 'Warten, bis der VM-Agent antwortet', 'encryption'],
] as const)('names the part in which it stops (%s)', (fails, part, step) => {
  const done = runWithStub(scriptOf({ of: 'restore', step, values: restoreOf(windows) }), undefined, fails);
  expect(done).toMatchObject({ left: [], output: expect.stringContaining(`Abgebrochen bei: ${part}`) });
  expect(done.code).not.toBe(0);
});

const runs = (done: Run) => callsOf(done, 'vm extension set').length;
const removals = (done: Run) => callsOf(done, 'storage blob delete').length;

describe('disks that were encrypted are encrypted again, and no other', () => {
  const text = scriptOf({ of: 'restore', step: 'journey', values: restoreOf({ ...windows, osType: 'Linux', pass: 'single' }) });
  it('a plain system beside encrypted data disks keeps nothing from its end', () => {
    const done = runWithStub(`export AZ_PLAIN_SYSTEM=1\n${text}`);
    expect(done).toMatchObject({ code: 0, left: [] });
    expect([runs(done), removals(done)]).toEqual([1, 1]);
  });
  it('a plain data disk beside an encrypted system stays plain', () => {
    const done = runWithStub(`export AZ_PLAIN_DATA=1\n${text}`);
    expect([done.code, runs(done), removals(done)]).toEqual([0, 0, 1]);
    const told = callsOf(done, 'rest').flatMap(({ options }) => options.get('url') ?? []);
    expect(told.filter((url) => url.includes('/disks/'))).toEqual([expect.stringContaining('osdisk')]);
    expect(callsOf(done, 'disk wait')).toHaveLength(1);
  });
  it('of VHDs nobody tells it: a person is asked', () => {
    const values = restoreOf({ ...windows, osType: 'Linux', pass: 'single', managed: false });
    const ofVhds = scriptOf({ of: 'restore', step: 'journey', values });
    const asked = runWithStub(ofVhds);
    expect(asked).toMatchObject({ code: 0, output: expect.stringContaining('oder Azure sagt es nicht') });
    const applied = runWithStub(`export ADE_ENCRYPT_ALL=y\n${ofVhds}`);
    expect([asked, applied].map((done) => [runs(done), removals(done)])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(asked.output).toContain('sie blieben, wie sie sind. Die Datei mit Schlüsseldaten ist noch da: container-1/');
    const inVain = runWithStub(`export ADE_ENCRYPT_ALL=y AZ_NO_EFFECT=1\n${ofVhds}`);
    expect(inVain.output).toContain('Abgebrochen bei: Der Stand der Verschlüsselung');
    expect([inVain.code === 0, runs(inVain), removals(inVain)]).toEqual([false, 1, 0]);
  });
  it('a system on a VHD beside which there is no other disk has to count as encrypted', () => {
    const values = restoreOf({ ...windows, pass: 'single', managed: false });
    const alone = scriptOf({ of: 'restore', step: 'journey', values }).replace(/^data_disks=.*$/m, 'data_disks=()');
    const done = runWithStub(`export AZ_PLAIN_SYSTEM=1\n${alone}`);
    expect([done.code === 0, removals(done), runWithStub(alone).code]).toEqual([false, 0, 0]);
  });
  it('whatever comes of the encryption, the machine is protected before', () => {
    const noEffect = runWithStub(`export AZ_NO_EFFECT=1\n${text}`);
    for (const done of [noEffect, runWithStub(text, undefined, 'vm extension set')]) {
      expect(done.code).not.toBe(0);
      expect(callsOf(done, 'backup protection enable-for-vm')).toHaveLength(1);
    }
  });
  it('where they stay plain, it says that the file with key data is still there', () => {
    const done = runWithStub(`export AZ_NO_EFFECT=1\n${text}`);
    expect(done.output).toContain('Abgebrochen bei: Der Stand der Verschlüsselung. Die Datei mit Schlüsseldaten ist noch da: container-1/');
    expect([done.code === 0, removals(done)]).toEqual([false, 0]);
  });
});

/** A shell that reads one line after the other, also for what it is asked. */
const pasted = (script: string, then: string) => `bash -s << 'PASTED'\n${script}${then}\nPASTED`;

describe('pasted into a shell', () => {
  it('it asks the person, and does not take its next line for an answer', () => {
    const values = restoreOf({ ...windows, osType: 'Linux', pass: 'single', managed: false });
    const done = runWithStub(pasted(scriptOf({ of: 'restore', step: 'journey', values }), 'y'));
    expect([done.code, runs(done), removals(done)]).toEqual([0, 1, 1]);
  });
  it('where it stops it leaves that open with its settings, and nothing of the keys', () => {
    const then = 'false\necho "still open: $- $(ls "$TMPDIR" | wc -l) $(type -t az)"';
    const done = runWithStub(
      pasted(scriptOf({ of: 'restore', step: 'journey', values: restoreOf(windows) }), then),
      undefined,
      'vm extension set',
    );
    expect(done.output).toContain('Abgebrochen bei: Azure Disk Encryption erneut anwenden');
    expect(done.output).toMatch(/still open: (?!\S*[eu])\S* 0 file\n/);
  });
});

it('az is asked in the subscription of the script, whatever another window chooses meanwhile', () => {
  const values = restoreOf(windows);
  const elsewhere = run(values)
    .calls.filter((call) => !call.includes('--ids') && call[0] !== 'account' && call[0] !== 'ad')
    .map((call) => understood(call).options.get('subscription'));
  expect(elsewhere.length).toBeGreaterThan(20);
  expect(new Set(elsewhere.flatMap((one) => one ?? ['none']))).toEqual(new Set([values.subscriptionId]));
});

it('a file with key data is deleted under either of its names, and none is looked for where the job names none', () => {
  const text = scriptOf({ of: 'restore', step: 'after-care', values: restoreOf(windows) });
  const secured = runWithStub(`export AZ_NO_INFO=1 AZ_SECURED_INFO=secured.json\n${text}`);
  expect([secured.code, callsOf(secured, 'storage blob delete')[0]?.options.get('name')]).toEqual([0, ['secured.json']]);
  const none = runWithStub(`export AZ_NO_INFO=1\n${text}`);
  expect([none.code, removals(none), callsOf(none, 'storage blob exists')]).toEqual([0, 0, []]);
});

it('a file with key data goes with its snapshots, and what the storage account keeps of it is said', () => {
  const text = scriptOf({ of: 'restore', step: 'after-care', values: restoreOf(windows) });
  const gone = runWithStub(text);
  expect([gone.code, callsOf(gone, 'storage blob delete')[0]?.options.get('delete-snapshots')]).toEqual([0, ['include']]);
  expect(gone.output).not.toContain('noch nicht endgültig');
  const kept = runWithStub(`export AZ_KEPT=1\n${text}`);
  expect(kept).toMatchObject({ code: 0, output: expect.stringContaining('noch nicht endgültig') });
  expect(kept.output).toContain('encryption.json 6');
  const untold = runWithStub(`export AZ_KEPT=untold\n${text}`);
  expect(untold).toMatchObject({ code: 0, output: expect.stringContaining('ließ sich nicht lesen') });
});

it('a new key vault is opened to the application of the Backup service in its cloud, or to that of its name', () => {
  const app = '00000000-0000-4000-8000-00000000b5c0';
  const [byId] = callsOf(run(restoreOf(windows, { serviceAppId: app }), 'keys'), 'ad sp show');
  expect(byId?.options.get('id')).toEqual([app]);
  const [byName] = callsOf(run(restoreOf(windows, { serviceAppId: null }), 'keys'), 'ad sp list');
  expect(byName?.options.get('filter')).toEqual(["displayName eq 'Backup Management Service'"]);
});

describe('what was deleted is recovered, which az does not wait for', () => {
  const text = scriptOf({ of: 'restore', step: 'keys', values: restoreOf(windows) });
  const deleted = (name: string, fails = '') => runWithStub(`export AZ_DELETED=${name}\n${text}`, undefined, fails);

  it('the key is not restored once more', () => {
    const done = deleted('ContosoKEK');
    expect(done).toMatchObject({ code: 0, key: undefined, secret: SECRET });
    expect(callsOf(done, 'keyvault key recover')).toHaveLength(1);
  });
  it('the secret keeps the version that holds the same value', () => {
    const done = deleted('3B98DEF4-663A-4C3E-AF53-282F11C06D99');
    expect(done).toMatchObject({ code: 0, secret: undefined, output: expect.stringMatching(/\/9876543210\n$/) });
  });
  it.each([
    ['ContosoKEK', 'keyvault key show', 'Zuerst der Schlüssel'],
    ['3B98DEF4-663A-4C3E-AF53-282F11C06D99', 'keyvault secret list-versions', 'Dann das Geheimnis'],
  ])('a recovery that does not end stops it, and nothing takes the place of %s', (name, fails, part) => {
    const done = deleted(name, fails);
    expect(done).toMatchObject({ secret: undefined, output: expect.stringContaining(`Abgebrochen bei: ${part}`) });
    expect(done.code).not.toBe(0);
    expect(callsOf(done, fails).length).toBeLessThan(100);
  });
});

/** What a run asks about the service, and changes in key vaults. */
const makingKeyVaults = ({ calls }: Run) =>
  calls.map((call) => understood(call).command).filter((command) => /^(ad|keyvault (create|set|up))/.test(command));

it('a key vault is enabled for disk encryption last, by which the next run knows whether the Backup service was let in', () => {
  const text = scriptOf({ of: 'restore', step: 'keys', values: restoreOf({ ...windows, withKey: false }) });
  const letIn = ['ad sp show', 'keyvault set-policy', 'keyvault update'];
  expect(makingKeyVaults(runWithStub(text)).slice(0, 4)).toEqual(['keyvault create', ...letIn]);
  const resumed = runWithStub(`export AZ_FAILS='ad sp show'\n(\n${text})\nAZ_FAILS=''\n(\n${text})`);
  expect(resumed.code).toBe(0);
  expect(makingKeyVaults(resumed).slice(0, 5)).toEqual(['keyvault create', 'ad sp show', ...letIn]);
  expect(makingKeyVaults(runWithStub(`export AZ_RBAC=1\n${text}`)).slice(0, 2)).toEqual(['keyvault create', 'keyvault update']);
});

it('the secret is put back at once with the tags of disk encryption and the URL of the restored key', () => {
  const done = run();
  // Set with them, and then without the tag that az adds.
  for (const command of ['keyvault secret set', 'keyvault secret set-attributes']) {
    const [call] = callsOf(done, command);
    expect(call?.options.get('content-type')).toEqual(['Wrapped BEK']);
    expect(call?.options.get('tags')).toEqual([
      'DiskEncryptionKeyFileName=3B98DEF4-663A-4C3E-AF53-282F11C06D99.BEK',
      'MachineName=DBVM2',
      'DiskEncryptionKeyEncryptionAlgorithm=RSA-OAEP',
      'DiskEncryptionKeyEncryptionKeyURL=https://secondkv.vault.azure.net/keys/ContosoKEK/4c97c46e6c4de1ef93d46e9e9f9c107b',
    ]);
  }
});

it('disk encryption runs again as the documentation says for the system and the pass, and tells nobody else the secret of its application', () => {
  for (const [name, values] of RESTORES) {
    const done = runWithStub(`export ADE_ENCRYPT_ALL=y\n${scriptOf({ of: 'restore', step: 'encryption', values })}`);
    const [call] = callsOf(done, 'vm extension set');
    const isDual = values.pass === 'dual';
    const versions = values.osType === 'Windows' ? ['1.1', '2.2'] : ['0.1', '1.1'];
    expect(call?.options.get('version'), name).toEqual([isDual ? versions[0] : versions[1]]);
    const { ADE_CLIENT_ID, ADE_CLIENT_SECRET } = APPLICATION;
    const settings = JSON.parse(call?.options.get('settings')?.[0]?.slice(1) ?? '');
    expect(settings).toMatchObject({ EncryptionOperation: 'EnableEncryption', ...(isDual && { AADClientID: ADE_CLIENT_ID }) });
    const confidential = call?.options.get('protected-settings')?.[0];
    expect(confidential === undefined ? undefined : JSON.parse(confidential.slice(1))).toEqual(
      isDual ? { AADClientSecret: ADE_CLIENT_SECRET } : undefined,
    );
    const others = done.calls.flat().filter((word) => word !== confidential);
    expect(others.join(' ') + done.output).not.toContain(ADE_CLIENT_SECRET);
  }
});

it.each(['keyvault show', 'keyvault create', 'keyvault set-policy', 'keyvault update'])(
  '%s names the resource group: without it, a new key vault is looked for in a list that tells of it only later',
  (command) => {
    const text = scriptOf({ of: 'restore', step: 'keys', values: restoreOf(windows) });
    const calls = text.split('\n').filter((line) => line.includes(`az ${command} `));
    expect(calls.length).toBeGreaterThan(0);
    for (const line of calls) expect(line).toContain('--resource-group ');
  },
);

it('the disks of a point that is only chosen are restored by the same commands', () => {
  const values = restoreOf(windows);
  const { subscriptionId, resourceGroup, vaultName, vmGroup, vmName, pointId, storageAccountId, targetGroup } = values;
  const chosen = { subscriptionId, resourceGroup, vaultName, vmGroup, vmName, pointId, storageAccountId, targetGroup };
  expect(scriptOf({ of: 'disks', values: chosen })).toBe(scriptOf({ of: 'restore', step: 'disks', values }));
});

it('the disks are restored by the name as the service spells it, which az compares to the letter', () => {
  const [call] = callsOf(run(restoreOf(windows), 'disks'), 'backup restore restore-disks');
  expect(call?.options.get('item-name')).toEqual(['VM;iaasvmcontainerv2;dbvm2;dbvm2']);
  expect(call?.options.get('container-name')).toEqual(['IaasVMContainer;iaasvmcontainerv2;dbvm2;dbvm2']);
});

it('unmanaged disks become managed ones by a request of Azure’s own, whose job is told from others', () => {
  const done = runWithStub(`export AZ_UNMANAGED=1\n${scriptOf({ of: 'restore', step: 'journey', values: restoreOf(windows) })}`);
  expect(done).toMatchObject({ code: 0, left: [] });
  expect(callsOf(done, 'backup restore restore-disks')).toEqual([]);
  const [asked] = callsOf(done, 'rest');
  expect(asked?.options.get('url')?.[0]).toMatch(/\/protectedItems\/VM;iaasvmcontainerv2;dbvm2;dbvm2\/recoveryPoints\/3000001\/restore\?/);
  expect(JSON.parse(asked?.options.get('body')?.[0] ?? '')).toMatchObject({
    properties: {
      restoreWithManagedDisks: true,
      recoveryPointId: '3000001',
      region: 'westeurope',
      targetResourceGroupId: expect.stringMatching(/\/resourceGroups\/IgniteRG$/),
    },
  });
  expect(callsOf(done, 'backup job wait')[0]?.options.get('name')).toEqual(['cae90b5e-3880-4b7f-be15-fe460a7ba729']);
});

it('unmanaged disks that were encrypted are asked for with secret and key, as their point tells them', () => {
  const text = scriptOf({ of: 'restore', step: 'disks', values: restoreOf(windows) });
  const secret = { encryptionEnabled: true, secretKeyUrl: 'https://kv.vault.azure.net/secrets/s/1', secretKeyVaultId: '/vaults/kv' };
  const key = { kekUrl: 'https://kv.vault.azure.net/keys/k/2', kekVaultId: '/vaults/kv' };
  const asked = (point: object | null) => {
    const done = runWithStub(`export AZ_UNMANAGED=1 AZ_KEYS='${JSON.stringify(point, null, 2)}'\n${text}`);
    expect(done.code).toBe(0);
    const body: unknown = JSON.parse(callsOf(done, 'rest')[0]?.options.get('body')?.[0] ?? '');
    return body;
  };
  const place = 'properties.encryptionDetails';
  expect(asked({ ...secret, ...key })).toHaveProperty(place, { ...secret, ...key });
  expect(asked({ ...secret, kekUrl: null, kekVaultId: null })).toHaveProperty(place, secret);
  for (const none of [null, { encryptionEnabled: true, secretKeyUrl: null, secretKeyVaultId: null, kekUrl: null, kekVaultId: null }]) {
    expect(asked(none)).not.toHaveProperty(place);
  }
});

it('keys that were put back elsewhere are told to every disk, and to a machine that carries them itself', () => {
  const single = run(restoreOf({ ...windows, pass: 'single' }));
  const patched = callsOf(single, 'rest').filter(({ options }) => options.get('method')?.[0] === 'patch');
  expect(patched).toHaveLength(2);
  expect(patched[0]?.options.get('body')?.[0]).toContain('/secrets/3B98DEF4-663A-4C3E-AF53-282F11C06D99/0123456789"');
  const dual = callsOf(run(), 'rest').at(-1)?.options.get('body')?.[0];
  expect(dual).toContain('/secrets/3B98DEF4-663A-4C3E-AF53-282F11C06D99/0123456789"');
});

it('names that look like code are names, in every script', () => {
  const base = restoreOf(windows);
  const names = fc.record({
    vmName: hostileName,
    vmGroup: hostileName,
    resourceGroup: hostileName,
    vaultName: hostileName,
    location: hostileName,
  });
  const machines = fc.record({ name: hostileName, group: hostileName, size: hostileName, subnetId: hostileName });
  fc.assert(
    fc.property(names, machines, fc.constantFrom('disks', 'machine'), (names, machine, step) => {
      const values = { ...base, ...names, machine: { ...base.machine, ...machine } };
      const script = writeScript({ of: 'restore', step, values }, 'az', 'en', HEADING);
      fc.pre(typeof script !== 'string');
      const done = runWithStub(script.text, `VM;iaasvmcontainerv2;${names.vmGroup};${names.vmName}`);
      expect(done).toMatchObject({ code: 0, left: [] });
      const options = done.calls.map(understood).map(({ options }) => options);
      expect(options.flatMap((one) => one.get('vault-name') ?? [])).toContain(names.vaultName);
      if (step !== 'machine') return;
      expect(options.flatMap((one) => one.get('subnet') ?? [])).toEqual([machine.subnetId]);
      const [body = ''] = callsOf(done, 'rest').at(-1)?.options.get('body') ?? [];
      expect(JSON.parse(body.slice(1))).toMatchObject({
        location: names.location,
        properties: { hardwareProfile: { vmSize: machine.size } },
      });
    }),
    { numRuns: 8 },
  );
});

it('what az would take for an option or a file is refused', () => {
  for (const vmGroup of ['-g', '@/etc/passwd']) {
    expect(writeScript({ of: 'restore', step: 'disks', values: { ...restoreOf(windows), vmGroup } }, 'az', 'en', HEADING)).toBe(
      'unwritable',
    );
  }
});

it('backs up now until the day, and protects every machine that was chosen', () => {
  const { subscriptionId, resourceGroup, vaultName, vmGroup, vmName } = restoreOf(windows);
  const vault = { subscriptionId, resourceGroup, vaultName };
  const backup = runWithStub(scriptOf({ of: 'backup-now', values: { ...vault, vmGroup, vmName, retainUntil: '2017-02-17' } }));
  expect(callsOf(backup, 'backup protection backup-now')[0]?.options.get('retain-until')).toEqual(['17-02-2017-23:59:59']);
  const vmIds = ['/subscriptions/s/resourceGroups/r/providers/Microsoft.Compute/virtualMachines/a', '/other/b'];
  const protection = runWithStub(scriptOf({ of: 'protection', values: { ...vault, policyName: 'DefaultPolicy', vmIds } }));
  const protectedOnes = callsOf(protection, 'backup protection enable-for-vm');
  expect(protectedOnes.flatMap(({ options }) => options.get('vm') ?? [])).toEqual(vmIds);
});

it('run again, the script that protects machines leaves alone those that a vault protects', () => {
  const { subscriptionId, resourceGroup, vaultName } = restoreOf(windows);
  const values = { subscriptionId, resourceGroup, vaultName, policyName: 'DefaultPolicy', vmIds: ['/other/a', '/other/b'] };
  const again = runWithStub(`export AZ_PROTECTED=/other/a\n${scriptOf({ of: 'protection', values })}`);
  expect(again.code).toBe(0);
  expect(callsOf(again, 'backup protection enable-for-vm').map(({ options }) => options.get('vm'))).toEqual([['/other/b']]);
});
