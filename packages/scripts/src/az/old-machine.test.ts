import { describe, expect, it } from 'vitest';
import { restoreOf } from '../values.fixture';
import { runWithStub } from './stub-az.fixture';
import { callsOf, modelOf, scriptOf, windows } from './written.fixture';

const managed = (name: string) => ({ managedDisk: { id: `/disks/${name}`, diskEncryptionSet: { id: '/sets/s' } } });
const told = (name: string, value: object) => `${name}='${JSON.stringify(value)}'`;

const tagged = (tags: object) => expect.objectContaining({ tags });
const UNTAGGED = expect.not.objectContaining({ tags: expect.anything() });

describe('the tags of the old machine', () => {
  const plain = restoreOf(windows, { keys: null });
  const text = (values = plain) => scriptOf({ of: 'restore', step: 'machine', values });
  const tags = { 'cost-center': '4711', note: 'a "quoted" \\ b, c=d: e', empty: '', 'Microsoft.Own': 'x', 'tresor-restore': 'another' };
  const kept = { 'cost-center': '4711', note: tags.note, empty: '' };
  const givenTo = (given: string, values = plain) => {
    const done = runWithStub(`export ${given}\n${text(values)}`);
    const [nic] = callsOf(done, 'network nic create');
    const [body = ''] = callsOf(done, 'rest').at(-1)?.options.get('body') ?? [];
    expect(done).toMatchObject({ code: 0, left: [] });
    return { nic: nic?.options.get('tags'), machine: JSON.parse(body.slice(1)) };
  };
  const MARK = expect.stringMatching(/^tresor-restore=/);
  const words = ['cost-center=4711', `note=${tags.note}`, 'empty='];

  it('are those of machine and interface, as the old machine has them today, but for what is Azure’s own, or ours', () => {
    const given = { nic: [MARK, ...words], machine: tagged(kept) };
    expect(givenTo(`${told('AZ_CONFIG', { tags: { once: 'x' } })} AZ_TAGS='${JSON.stringify(tags)}'`)).toEqual(given);
    expect(givenTo(`${told('AZ_CONFIG', { tags: { once: 'x' } })} AZ_TAGS=null`)).toEqual({ nic: [MARK], machine: UNTAGGED });
  });

  it('are as the configuration tells them where the old machine is gone, unless letters get lost there', () => {
    expect(givenTo(told('AZ_CONFIG', { tags }))).toEqual({ nic: [MARK, ...words], machine: tagged(kept) });
    expect(givenTo(told('AZ_CONFIG', { tags: { Büro: 'Köln' } }))).toEqual({ nic: [MARK], machine: UNTAGGED });
    const standing = `AZ_TAGS='${JSON.stringify({ Büro: 'Köln' })}'`;
    expect(givenTo(standing)).toEqual({ nic: [MARK, 'Büro=Köln'], machine: tagged({ Büro: 'Köln' }) });
  });

  it('have those beside them that were added by hand, or in their place', () => {
    const addedTags = [
      { name: 'Cost-Center', value: '0815' },
      { name: 'a.b', value: `it's "$HOME"` },
    ];
    const added = { ...plain, machine: { ...plain.machine, addedTags } };
    const old = told('AZ_CONFIG', { tags: { 'cost-center': '4711', aXb: 'y' } });
    const words = ['Cost-Center=0815', `a.b=it's "$HOME"`];
    const given = { 'Cost-Center': '0815', 'a.b': `it's "$HOME"` };
    expect(givenTo(old, added)).toEqual({ nic: [MARK, 'aXb=y', ...words], machine: tagged({ aXb: 'y', ...given }) });
    const alone = { ...plain, machine: { ...plain.machine, addedTags, withoutTags: true } };
    expect(givenTo(old, alone)).toEqual({ nic: [MARK, ...words], machine: tagged(given) });
  });

  it('are left out where that was chosen, or where nobody tells any', () => {
    const without = { ...plain, machine: { ...plain.machine, withoutTags: true } };
    expect(givenTo(told('AZ_CONFIG', { tags }), without)).toEqual({ nic: [MARK], machine: UNTAGGED });
    expect(givenTo(told('AZ_CONFIG', {}))).toEqual({ nic: [MARK], machine: UNTAGGED });
  });
});

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
