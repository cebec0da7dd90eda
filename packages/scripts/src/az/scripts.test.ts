import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADING, restoreOf, RESTORES } from '../values.fixture';
import { writeScript } from '../write-script';
import { hostileName } from '../writing/hostile.fixture';
import { KEY, runWithStub, SECRET } from './stub-az.fixture';
import { understood } from './understood.fixture';
import { callsOf, removals, run, runs, scriptOf, STEPS, windows } from './written.fixture';

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
