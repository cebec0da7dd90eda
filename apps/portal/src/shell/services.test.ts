import { expect, test } from 'vitest';
import { filterServices, SERVICES } from './services';

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
});

test('an empty box shows every service', () => {
  expect(found(' ')).toHaveLength(SERVICES.length);
});

test('who wants to restore finds the backup items, and the plans for many of them', () => {
  expect(found('wiederherstellen')).toEqual(['items', 'recovery-plans']);
  expect(found('restore')).toEqual(['items', 'recovery-plans']);
});
