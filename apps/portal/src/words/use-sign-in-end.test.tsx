// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { noteAzureTime } from '../api/azure-time';
import { formatsOf } from '../language/formats';
import { setLanguage } from '../language/language';
import { useSignInEnd } from './use-sign-in-end';

const HOUR = 3_600_000;
const at = new Date('2026-11-26T12:00:00Z');
const said = () => renderHook(() => useSignInEnd()).result.current(at);

afterEach(() => {
  setLanguage('en');
  noteAzureTime(new Date().toISOString());
});

test('where Azure’s clock is the one on the wall, the end of a sign-in is a time like all others', () => {
  setLanguage('de');
  noteAzureTime(new Date().toISOString());
  expect(said()).toBe(formatsOf('de').dateTime(at));
});

test('where time runs faster at Azure, it says by which clock', () => {
  setLanguage('de');
  noteAzureTime(new Date(Date.now() + 9 * HOUR).toISOString());
  expect(said()).toBe(`${formatsOf('de').dateTime(at)} nach Ihrer eigenen Uhr (alle anderen Zeiten hier sind die von Azure)`);
});
