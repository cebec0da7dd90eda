import { describe, expect, it } from 'vitest';
import { restoreOf } from '../values.fixture';
import { runWithStub } from './stub-az.fixture';
import { understood } from './understood.fixture';
import { callsOf, made, modelOf, scriptOf, windows } from './written.fixture';

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
