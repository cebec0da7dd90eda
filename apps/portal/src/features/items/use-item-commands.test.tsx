// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { ProblemError } from '../../api/problem-error';
import { adeleIsHere } from '../../testing/adele';
import { knownOnly, within } from '../../testing/mount';
import { itemOf, VAULT } from '../../testing/places';
import { useItemCommands } from './use-item-commands';

beforeEach(adeleIsHere);

const reasonsWith = (error: unknown) => {
  const { result } = renderHook(() => useItemCommands(VAULT)(itemOf('VM1'), { error }), { wrapper: within(knownOnly()) });
  return new Set(result.current.map(({ reason }) => reason));
};
const problem = (code: 'backup-region-silent' | 'azure-failed') => new ProblemError({ title: '', status: 503, code, correlationId: null });

test('of an item that a silent Backup service keeps back, each command says that it is silent', () => {
  expect(reasonsWith(problem('backup-region-silent'))).toEqual(
    new Set(['The Azure Backup service in the vault’s region isn’t responding.']),
  );
  expect(reasonsWith(problem('azure-failed'))).toEqual(new Set(['This couldn’t be read. Choose “Refresh”.']));
});
