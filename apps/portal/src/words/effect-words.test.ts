import { CHECKS } from '@tresor/contracts/doctor';
import { MINUTES_UNTIL_EFFECT } from '@tresor/support-matrix';
import { expect, test } from 'vitest';
import { messages } from '../features/access/can-i/messages';
import { problemText } from './problem-texts';

const { role, registration } = MINUTES_UNTIL_EFFECT;
const refusals = (['forbidden', 'key-vault-forbidden', 'storage-data-forbidden'] as const).map((code) => problemText(code).todo);
const roles = [...refusals, messages.allGiven];
const registrations = [CHECKS['provider-compute'].verdicts.missing.fix];

const inWords: Readonly<Record<number, { de: string; en: string }>> = { 10: { de: 'zehn Minuten', en: 'ten minutes' } };

test.each([...roles.map((said) => ({ said, minutes: role })), ...registrations.map((said) => ({ said, minutes: registration }))])(
  'what is said of how long Azure takes is what Azure says: $said.en',
  ({ said, minutes }) => {
    expect(said.de).toContain(inWords[minutes]?.de);
    expect(said.en).toContain(inWords[minutes]?.en);
  },
);
