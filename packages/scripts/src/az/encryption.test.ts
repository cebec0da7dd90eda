import { describe, expect, it } from 'vitest';
import { restoreOf, RESTORES } from '../values.fixture';
import { APPLICATION, runWithStub } from './stub-az.fixture';
import { callsOf, removals, runs, scriptOf, windows } from './written.fixture';

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
