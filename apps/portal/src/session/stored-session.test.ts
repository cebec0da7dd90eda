// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { isSignedOut, markSignedIn, markSignedOut } from './stored-session';

afterEach(() => localStorage.clear());

test('somebody who signed out stays so, also when others sign in and out after them, until they come back', () => {
  markSignedOut('alex.tenant');
  markSignedIn('megan.tenant');
  markSignedOut('megan.tenant');
  expect(['alex.tenant', 'megan.tenant', 'patti.tenant'].filter(isSignedOut)).toEqual(['alex.tenant', 'megan.tenant']);
  markSignedIn('alex.tenant');
  expect(['alex.tenant', 'megan.tenant'].filter(isSignedOut)).toEqual(['megan.tenant']);
});
