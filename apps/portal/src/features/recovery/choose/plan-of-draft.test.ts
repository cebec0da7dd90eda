import { expect, it } from 'vitest';
import { isDirectoryByName, wavesOf } from './plan-of-draft';

it.each(['DC01', 'NorthDC02', 'TestDC1', 'hq-dc-1', 'dc2', 'EU_DC'])('%s is taken for a domain controller', (name) => {
  expect(isDirectoryByName(name)).toBe(true);
});

it.each(['WebVM1', 'ABDCX1', 'OrdersSql01', 'broadcast', 'acdc', 'DCMonitor'])('%s is not', (name) => {
  expect(isDirectoryByName(name)).toBe(false);
});

it('domain controllers come first, and without one all come at once', () => {
  expect(wavesOf([{ name: 'Web1' }, { name: 'DC1' }]).map(({ wave }) => wave)).toEqual([2, 1]);
  expect(wavesOf([{ name: 'Web1' }, { name: 'Web2' }]).map(({ wave }) => wave)).toEqual([1, 1]);
});
