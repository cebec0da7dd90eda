import { expect, it } from 'vitest';
import { recoveryRecord } from './recovery-plans';

it('a plan whose name an older rule allowed can be read still', () => {
  expect(recoveryRecord.shape.name.parse('Proben \u202Eabc')).toBe('Proben \u202Eabc');
});
