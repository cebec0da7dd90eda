// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { setLanguage } from '../../../language/language';
import { someRestore } from '../../../testing/restore';
import { UntaggedDisks } from './untagged-disks';

afterEach(() => setLanguage('en'));

const disk = { name: 'appvm1-osdisk-20261130-151918', jobId: 'cae90b5e-3880-4b7f-be15-fe460a7ba729' };

test.each([
  ['en', true, 'goes on with it'],
  ['en', false, 'counts as gone'],
  ['de', true, 'macht damit weiter'],
  ['de', false, 'zählt hier als nicht da'],
] as const)('a disk without its tag (%s, named by its job: %s) is named with what the tag has to say', (language, named, words) => {
  setLanguage(language);
  render(<UntaggedDisks restore={{ ...someRestore, untaggedDisks: [{ ...disk, named }] }} />);
  expect(screen.getByRole('note').textContent).toContain(words);
  expect(screen.getByRole('listitem').textContent).toBe(`${disk.name}: RSVaultBackup = ${disk.jobId}`);
});

test('nothing is said where all disks have it', () => {
  render(<UntaggedDisks restore={someRestore} />);
  expect(screen.queryByRole('note')).toBeNull();
});
