// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { isSignedOut, markSignedIn, markSignedOut } from './stored-session';

afterEach(() => localStorage.clear());

test('somebody who signed out stays so, also when others sign in and out after them, until they come back', () => {
  markSignedOut('alex.tenant');
  markSignedIn('robin.tenant');
  markSignedOut('robin.tenant');
  expect(['alex.tenant', 'robin.tenant', 'kim.tenant'].filter(isSignedOut)).toEqual(['alex.tenant', 'robin.tenant']);
  markSignedIn('alex.tenant');
  expect(['alex.tenant', 'robin.tenant'].filter(isSignedOut)).toEqual(['robin.tenant']);
});
