import { bladeAt } from '../apps/portal/src/map/blade-at';
import { bladeIds } from '../apps/portal/src/map/map';
import { BLADES, MADE, REPLACED } from './support/blade-addresses';
import { expect, test } from './support/test';

test('every blade of the map is looked at', () => {
  const atAddresses = Object.values(BLADES).flatMap((paths) => paths.map((path) => bladeAt(path)?.id));
  const looked = new Set([...atAddresses, ...Object.values(MADE).flat(), ...REPLACED]);
  expect(bladeIds.filter((id) => id !== 'notFound' && !looked.has(id))).toEqual([]);
});
