import type { RehearsalLeft } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { isKeptFile, keptFiles, untoldFiles } from './kept-files';

const file = (name: string, until: string | null): RehearsalLeft => ({ kind: 'file', name, state: 'soft-deleted', until, message: null });

test('deleted files are told once for each storage account, with the last moment, and without one where some have no end', () => {
  const left = [
    file('one/container/a.json', '2026-12-05T10:00:00Z'),
    file('one/container/b.json', '2026-12-07T10:00:00Z'),
    file('other/container/a.json', null),
    { ...file('other/container/b.json', null), state: 'left' as const },
  ];
  expect(keptFiles(left)).toEqual([
    { account: 'one', count: 2, until: '2026-12-07T10:00:00Z' },
    { account: 'other', count: 1, until: null },
  ]);
});

test('a key vault that lies deleted is none of them', () => {
  expect(isKeptFile({ ...file('vault', '2026-12-07T10:00:00Z'), kind: 'key-vault' })).toBe(false);
});

test('those of which nobody could tell are told apart, and leave nothing to do', () => {
  const untold = { ...file('one/container/a.json', null), state: 'kept-untold' as const };
  expect([keptFiles([untold]), untoldFiles([untold])]).toEqual([[], [{ account: 'one', count: 1 }]]);
  expect(isKeptFile(untold)).toBe(true);
});
