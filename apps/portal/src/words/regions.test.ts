import { expect, test } from 'vitest';
import { regionName } from './regions';

test('a region has its usual name, however Azure writes it', () => {
  expect(regionName('westeurope')).toEqual({ de: 'Europa, Westen', en: 'West Europe' });
  expect(regionName('West Europe')).toBe(regionName('westeurope'));
});

test('a region nobody knows keeps the name Azure gives it', () => {
  expect(regionName('moonnorth').en).toBe('moonnorth');
});
