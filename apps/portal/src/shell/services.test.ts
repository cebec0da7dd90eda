import { expect, test } from 'vitest';
import { bladeIds, rows } from '../map/map';
import { entryAt, filterServices, hubWith, SERVICES } from './services';

const found = (typed: string) => filterServices(SERVICES, typed).map(({ id }) => id);

test('typing Reco leaves the two kinds of vaults of the picture', () => {
  expect(found('Reco')).toEqual(['vaults', 'site-recovery-vaults']);
});

test('each further letter narrows the list', () => {
  expect(found('Recovery Services')).toEqual(['vaults']);
  expect(found('Recovery Servicesx')).toEqual([]);
});

test('names of both languages are found, whatever the language of the page', () => {
  expect(found('tresore')).toContain('key-vaults');
  expect(found('key vaults')).toEqual(['key-vaults']);
  expect(found('Wiederherstellungspläne')).toEqual(['recovery-plans']);
});

test('an empty box shows every service', () => {
  expect(found(' ')).toHaveLength(SERVICES.length);
});

test('who wants to restore finds the backup items, and the plans for many of them', () => {
  expect(found('wiederherstellen')).toEqual(['items', 'recovery-plans']);
  expect(found('restore')).toEqual(['items', 'restores', 'recovery-plans']);
});

const idsOf = (services: readonly { id: string }[]) => services.map(({ id }) => id);

test('below the line of the hub menu stands what is here of the article’s picture, and the rest is set apart', () => {
  const { own, pictured, absent } = hubWith([]);
  expect([...own, ...pictured].filter(({ href }) => href === undefined)).toEqual([]);
  expect(idsOf(pictured)).toEqual(['new', 'machines']);
  expect(idsOf(absent)).toEqual([
    'resource-groups',
    'all-resources',
    'recent',
    'app-services',
    'machines-classic',
    'sql-databases',
    'cloud-services',
    'subscriptions',
  ]);
});

test('a starred service joins the hub menu once, or what is not here', () => {
  const { own, absent } = hubWith(['vaults', 'support-matrix', 'storage-accounts']);
  expect(idsOf(own).filter((id) => id === 'vaults')).toHaveLength(1);
  expect(idsOf(own)).toContain('support-matrix');
  expect(idsOf(absent)).toContain('storage-accounts');
});

test('an address belongs to the entry that says most of it', () => {
  const { own, pictured } = hubWith([]);
  const at = (pathname: string) => entryAt([...own, ...pictured], pathname)?.id;
  expect(at('/vaults')).toBe('vaults');
  expect(at('/vaults/s/g/v/items')).toBe('vaults');
  expect(at('/vaults/new')).toBe('new');
  expect(at('/')).toBeUndefined();
});

test('whatever can be pinned and opens from no other blade is found by the filter', () => {
  const addresses = SERVICES.map(({ href }) => href);
  const pinnable = bladeIds.map((id) => rows[id]).filter((row) => row.pinnable === true && row.in === undefined);
  expect(pinnable.map(({ path }) => `/${path.split('/:')[0]}`).filter((address) => !addresses.includes(address))).toEqual([]);
});
