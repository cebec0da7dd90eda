import { RULES, SUPPORT_CASES } from '@tresor/support-matrix';
import { expect, test } from 'vitest';
import { matrixRows } from './matrix-rows';

const rowOf = (id: string) => matrixRows().find((row) => row.id === id);

test('every rule and every case has a row of its own', () => {
  const rows = matrixRows();
  expect(rows).toHaveLength(RULES.length + SUPPORT_CASES.length);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test('a rule of one edition only differs, and where it is no rule nothing is refused', () => {
  const bek = rowOf('bek-only');
  expect(bek).toMatchObject({ differs: true, cells: { '2017-01': { status: 'error' }, current: { status: 'success', source: null } } });
});

test('limits that grew differ, rules that stayed do not', () => {
  expect(rowOf('too-many-data-disks')?.cells.current.values).toEqual({ limit: 32 });
  expect(rowOf('too-many-data-disks')?.differs).toBe(true);
  expect(rowOf('other-region')?.differs).toBe(false);
});
