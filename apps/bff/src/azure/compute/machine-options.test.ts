import { expect, it } from 'vitest';
import { startTestAzure } from '../../testing/open-session';
import { readStarters } from './machine-options';

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
    const starts = await readStarters(await azure.session('ada'), 'subscription', 'westeurope', { generation, security });
    expect(SIZES.map(({ name }) => name).filter(starts)).toEqual(names);
  },
);

it('what sizes can do is read once for a form that is looked at again and again, and for each user', async () => {
  await using azure = await startTestAzure(() => ({ body: { value: SIZES } }));
  for (const person of ['ada', 'ada', 'bob']) {
    const session = await azure.session(person);
    session.forget();
    await readStarters(session, 'subscription', 'westeurope', { generation: 'V2', security: null });
  }
  expect(azure.azure.received).toHaveLength(2);
});

it('nobody is kept from a size of which Azure does not tell', async () => {
  await using azure = await startTestAzure(() => ({ status: 403 }));
  const starts = await readStarters(await azure.session('ada'), 'subscription', 'westeurope', { generation: 'V2', security: null });
  expect(starts('Old')).toBe(true);
});
