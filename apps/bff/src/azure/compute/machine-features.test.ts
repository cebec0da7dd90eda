import { expect, it } from 'vitest';
import { heldLicense, toFeatures, toldFeatures } from './machine-features';

const disk = (lun: number, caching?: string) => ({ lun, ...(caching !== undefined && { caching }) });

it('each feature, and the use of each disk, is that of the first that tells it', () => {
  const point = toFeatures({ licenseType: 'Windows_Server', storageProfile: { dataDisks: [disk(0, 'None'), disk(1)] } }, false);
  const standing = toFeatures(
    {
      licenseType: 'Windows_Client',
      proximityPlacementGroup: { id: '/groups/near' },
      storageProfile: { osDisk: { caching: 'ReadWrite' }, dataDisks: [disk(0, 'ReadOnly'), disk(1, 'ReadOnly')] },
    },
    true,
  );
  const told = toldFeatures([point, standing]);
  expect(told).toMatchObject({ license: 'Windows_Server', hostEncryption: false, ultraDisks: null, proximityGroupId: '/groups/near' });
  expect(told.uses.map(({ lun, caching }) => [lun, caching])).toEqual([
    [null, 'ReadWrite'],
    [0, 'None'],
    [1, 'ReadOnly'],
  ]);
});

it('that there was no license is told, too', () => {
  const [none, later] = ['None', 'Windows_Server'].map((licenseType) => toFeatures({ licenseType }, null));
  expect(heldLicense(toldFeatures([none, later].filter((one) => one !== undefined)))).toBeNull();
});
