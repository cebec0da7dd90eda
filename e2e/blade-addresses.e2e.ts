import { matchPath } from 'react-router';
import { bladeIds, patternOf } from '../apps/portal/src/map/map';
import { BLADES, ELSEWHERE } from './support/blade-addresses';
import { expect, test } from './support/test';

test('every blade of the map is looked at', () => {
  const looked = [...Object.values(BLADES).flat(), ...ELSEWHERE];
  const isLooked = (pattern: string) => looked.some((path) => matchPath(pattern, path) !== null);
  expect(bladeIds.filter((id) => id !== 'notFound' && !isLooked(patternOf(id)))).toEqual([]);
});
