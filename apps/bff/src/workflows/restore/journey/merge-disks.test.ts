import { expect, it } from 'vitest';
import { mergeDisks } from './merge-disks';

const disk = (name: string, lun: number | null, managedBy: string | null = null) => ({
  name,
  lun,
  id: name,
  url: null,
  managedBy,
  gib: 127,
  zone: null,
  encrypted: true,
  untagged: false,
  generation: null,
  securityEncryption: null,
  isUltra: false,
  security: null,
  plan: null,
});

it('what came again fills the places that were empty, and the rest is surplus', () => {
  const { disks, surplus } = mergeDisks([
    disk('data-1', 1),
    disk('os', null),
    disk('os-again', null),
    disk('data-0-again', 0),
    disk('data-1-again', 1),
  ]);
  expect(disks.map(({ name }) => name)).toEqual(['os', 'data-0-again', 'data-1']);
  expect(surplus.map(({ name }) => name)).toEqual(['os-again', 'data-1-again']);
});

it('the disk that a machine has is the disk, and no disk of a machine is surplus', () => {
  const { disks, surplus } = mergeDisks([
    disk('os', null),
    disk('os-again', null, 'vm'),
    disk('data', 0, 'vm'),
    disk('data-again', 0, 'other'),
  ]);
  expect(disks.map(({ name }) => name)).toEqual(['os-again', 'data']);
  expect(surplus.map(({ name }) => name)).toEqual(['os']);
});
