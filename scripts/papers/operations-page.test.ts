import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { environment } from '../../apps/bff/src/config/settings';
import { renderOperations } from './operations-page.mjs';

const page = readFileSync('docs/operations.md', 'utf8');
const performance = readFileSync('docs/performance.md', 'utf8');

it('docs/operations.md has the settings there are and the figures last measured', async () => {
  expect(page).toBe(await renderOperations(page, environment.shape, performance));
});

it('every setting says what it means', () => {
  expect(Object.entries(environment.shape).filter(([, { description = '' }]) => description.length < 5)).toEqual([]);
});

it('a page without a place for them, or figures that are called otherwise now, are told', () => {
  expect(() => renderOperations('# Operations', environment.shape, performance)).toThrow('no place');
  expect(() => renderOperations(page, environment.shape, '## 1\n')).toThrow('no figure');
});
