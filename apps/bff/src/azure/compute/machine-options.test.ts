import { expect, it } from 'vitest';
import { startTestAzure } from '../../testing/open-session';
import { coresLeft, sizeJudge, skusInSight } from './machine-options';

const size = (name: string, ...capabilities: [string, string][]) => ({
  resourceType: 'virtualMachines',
  name,
  capabilities: capabilities.map(([word, value]) => ({ name: word, value })),
});

const SIZES = [
  size('Old', ['HyperVGenerations', 'V1']),
  size('New', ['HyperVGenerations', 'V2']),
  size('Any', ['HyperVGenerations', 'V1,V2']),
  size('Plain', ['HyperVGenerations', 'V1,V2'], ['TrustedLaunchDisabled', 'True']),
  size('Untold'),
];

const START = [
  ['V1', null, ['Old', 'Any', 'Plain', 'Untold']],
  ['V2', null, ['New', 'Any', 'Plain', 'Untold']],
  ['V2', 'TrustedLaunch', ['New', 'Any', 'Untold']],
  [null, 'ConfidentialVM', ['New', 'Any', 'Plain', 'Untold']],
  [null, null, ['Old', 'New', 'Any', 'Plain', 'Untold']],
] as const;

it.each(START)(
  'a system of generation %s with the security type %s starts on sizes that know both',
  async (generation, security, names) => {
    await using azure = await startTestAzure(() => ({ body: { value: SIZES } }));
    const skus = await skusInSight(await azure.session('ada'), 'subscription', 'westeurope');
    const judge = sizeJudge(skus, [{ generation, security, zone: null }]);
    expect(SIZES.map(({ name }) => name).filter((name) => judge(name) === null)).toEqual(names);
    expect(new Set(SIZES.flatMap(({ name }) => judge(name) ?? []))).toEqual(
      new Set(names.length < SIZES.length ? ['size-other-generation'] : []),
    );
  },
);

it('what sizes can do is read once for a form that is looked at again and again, and for each user', async () => {
  await using azure = await startTestAzure(() => ({ body: { value: SIZES } }));
  for (const person of ['ada', 'ada', 'bob']) {
    const session = await azure.session(person);
    session.forget();
    await skusInSight(session, 'subscription', 'westeurope');
  }
  expect(azure.azure.received).toHaveLength(2);
});

it('nobody is kept from a size of which Azure does not tell', async () => {
  await using azure = await startTestAzure(() => ({ status: 403 }));
  const skus = await skusInSight(await azure.session('ada'), 'subscription', 'westeurope');
  expect(sizeJudge(skus, [{ generation: 'V2', security: null, zone: '1' }])('Old')).toBeNull();
});

const restricted = (name: string, ...restrictions: [type: string, zones?: string[]][]) => ({
  ...size(name),
  restrictions: restrictions.map(([type, zones]) => ({
    type,
    values: ['westeurope'],
    restrictionInfo: { locations: ['westeurope'], zones },
  })),
});

it.each([
  [null, ['Nowhere']],
  ['1', ['Nowhere', 'NotInOne']],
  ['2', ['Nowhere']],
])('a size is not offered where Azure restricts it: in zone %s', async (zone, names) => {
  const value = [
    restricted('Nowhere', ['Location'], ['Zone', ['1', '2', '3']]),
    restricted('NotInOne', ['Zone', ['1']]),
    restricted('Free'),
  ];
  await using azure = await startTestAzure(() => ({ body: { value } }));
  const skus = await skusInSight(await azure.session('ada'), 'subscription', 'westeurope');
  const disks = [
    { generation: null, security: null, zone: null },
    { generation: null, security: null, zone },
  ];
  expect(value.map(({ name }) => name).filter((name) => sizeJudge(skus, disks)(name) === 'size-restricted')).toEqual(names);
});

const usage = (value: string, currentValue: number, limit: number) => ({ name: { value }, currentValue, limit });

it.each([
  ['standardDSv3Family', 4],
  ['STANDARDESV3FAMILY', 2],
  [null, 10],
])('the cores that are left are those of all sizes and of the family %s', async (family, left) => {
  const value = [usage('cores', 90, 100), usage('standardDSv3Family', 6, 10), usage('standardESv3Family', 8, 10)];
  await using azure = await startTestAzure(() => ({ body: { value } }));
  expect(await coresLeft(await azure.session('ada'), { subscriptionId: 'subscription', location: 'westeurope', family })).toBe(left);
});
