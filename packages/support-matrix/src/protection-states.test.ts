import { expect, test } from 'vitest';
import { isBackedUp } from './protection-states';

const goesOn = (protectionState: string, deletedAt: string | null = null) => isBackedUp({ protectionState, deletedAt });

test.each(['IRPending', 'Protected', 'ProtectionError'])('backups of what is %s go on', (state) => {
  expect(goesOn(state)).toBe(true);
  expect(goesOn(state, '2017-01-19T08:00:00Z')).toBe(false);
});

test.each(['Invalid', 'ProtectionStopped', 'ProtectionPaused', 'BackupsSuspended', 'AWordOfTomorrow'])(
  'of what is %s nobody says so',
  (state) => {
    expect(goesOn(state)).toBe(false);
  },
);
