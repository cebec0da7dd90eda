import { expect, it } from 'vitest';
import type { MachineSku } from './machine-skus';
import { similarSize } from './similar-size';

const sku = (name: string, cores: number, memoryGib: number, more: Partial<MachineSku> = {}): MachineSku => ({
  name,
  family: null,
  cores,
  memoryGib,
  dataDisks: cores * 2,
  premiumDisks: true,
  scsi: true,
  architecture: 'x64',
  generations: ['V1', 'V2'],
  noTrustedLaunch: false,
  hostEncryption: true,
  accelerators: 0,
  ultraDisks: false,
  ultraZones: [],
  restricted: { everywhere: false, zones: [] },
  ...more,
});

const OLD = sku('Standard_D4s_v3', 4, 16);

const proposed = (others: readonly MachineSku[], isFitting: (name: string) => boolean = () => true) =>
  similarSize('standard_d4S_V3', new Map([OLD, ...others].map((one) => [one.name.toLowerCase(), one])), isFitting);

it('is of the same series, and the smallest that is no less', () => {
  expect(proposed([sku('Standard_D8s_v3', 8, 32), sku('Standard_DS3_v2', 4, 14), sku('Standard_D4s_v5', 4, 16)])).toBe('Standard_D4s_v5');
  expect(proposed([sku('Standard_E4s_v3', 4, 32), sku('Standard_D8s_v3', 8, 32)])).toBe('Standard_D8s_v3');
  expect(proposed([sku('Standard_D4s_v4', 4, 16), sku('Standard_D4s_v10', 4, 16), sku('Standard_D4s_v5', 4, 16)])).toBe('Standard_D4s_v10');
});

it('is of another series where none of the same will do, but of one for all work', () => {
  const others = [sku('Standard_DC4s_v3', 4, 16), sku('Standard_NC4as_T4_v3', 4, 28), sku('Standard_B4ms', 4, 16)];
  expect(proposed(others)).toBeNull();
  expect(proposed([...others, sku('Standard_E4s_v3', 4, 32)])).toBe('Standard_E4s_v3');
});

it.each([
  ['cores', { cores: 2 }],
  ['memory', { memoryGib: 8 }],
  ['data disks', { dataDisks: 4 }],
  ['premium disks', { premiumDisks: false }],
  ['encryption at host', { hostEncryption: false }],
  ['a generation', { generations: ['V2'] }],
  ['Trusted Launch', { noTrustedLaunch: true }],
  ['disks as they were', { scsi: false }],
  ['the same processor', { architecture: 'Arm64' }],
] satisfies [string, Partial<MachineSku>][])('is none without %s', (_, less) => {
  expect(proposed([sku('Standard_D4s_v5', 4, 16, less)])).toBeNull();
});

it('is one that fits', () => {
  const others = [sku('Standard_D4s_v4', 4, 16), sku('Standard_D4s_v5', 4, 16)];
  expect(proposed(others, (name) => name !== 'Standard_D4s_v5')).toBe('Standard_D4s_v4');
});

it('is nothing where Azure tells nothing of the old one', () => {
  expect(similarSize('Standard_A2', new Map([['standard_d4s_v3', OLD]]), () => true)).toBeNull();
});
