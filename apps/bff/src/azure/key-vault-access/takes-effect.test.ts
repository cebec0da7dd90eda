import { DELAYS } from '@tresor/local-azure';
import { MINUTES_UNTIL_EFFECT } from '@tresor/support-matrix';
import { expect, test } from 'vitest';

const MINUTE = 60_000;

test('Local Azure is as late as Azure is said to be, and no later', () => {
  expect(MINUTES_UNTIL_EFFECT).toEqual({
    role: DELAYS['role-assignments'].most / MINUTE,
    accessPolicy: DELAYS['access-policies'].most / MINUTE,
    registration: DELAYS['provider-registration'].most / MINUTE,
  });
});
