import { RULES } from '@tresor/support-matrix';
import { machineCheck, verdictReason } from '@tresor/contracts';
import { PROBLEM_STATUS } from '@tresor/contracts/problem-codes';
import { expect, test } from 'vitest';
import { explanationOf, pointHelpOf } from '../../words/verdict-words';
import { entryOf, helpEntries } from './entries';

test('the four rows of the article come first, in its order', () => {
  expect(
    helpEntries()
      .slice(0, 4)
      .map(({ id }) => id),
  ).toEqual(['bek-alone', 'key-vault-gone', 'key-and-secret-gone', 'not-authorized']);
});

test('every entry has an address of its own and says in both languages what is the matter and what to do', () => {
  const entries = helpEntries();
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  for (const { id, title, remedy, fixes } of entries) {
    for (const text of [title, remedy]) expect(text.de.length * text.en.length, id).toBeGreaterThan(0);
    expect(fixes.length, id).toBeGreaterThan(0);
  }
});

test('every problem, every rule, every reason of a verdict and every check of a machine can be looked up', () => {
  const reasons = verdictReason.options.map((reason) => `point-${reason}`);
  const checks = machineCheck.options.map((check) => `check-${check}`);
  const ids = [...Object.keys(PROBLEM_STATUS), ...RULES.map(({ id }) => id), ...reasons, ...checks];
  for (const code of ids) expect(entryOf(code), code).toBeDefined();
});

test('what a vault or a policy that is gone is answered with is not taken for a missing machine', () => {
  expect(entryOf('ResourceNotFound')).toBeUndefined();
  expect(entryOf('BMSUserErrorPolicyNotFound')).toMatchObject({ fixes: ['policies'] });
});

test('a number of Azure leads to the code it stands for', () => {
  expect(entryOf('380008')?.id).toBe('AzureVmOffline');
  expect(entryOf('NoSuchCode')).toBeUndefined();
  expect(entryOf('NoSuchCode,conflict')?.id).toBe('conflict');
});

test('of data that no delegation opens the help has other words for a subscription that a customer has delegated', () => {
  for (const code of ['storage-data-forbidden', 'storage-firewall', 'key-vault-forbidden', 'key-vault-firewall']) {
    expect(entryOf(code)?.remedyOfProvider?.en, code).toContain('Only the customer can do this.');
    expect(entryOf(code)?.remedy.en, code).not.toContain('customer');
  }
  expect(entryOf('forbidden')?.remedyOfProvider).toBeUndefined();
});

test('that nothing was changed is no cause', () => {
  expect(entryOf('item-stopped')).toMatchObject({ cause: null, note: { de: 'Es wurde nichts geändert.', en: 'Nothing was changed.' } });
});

test.each([true, false])('the help behind a restore point says what is said beside it; whether there is another one: %s', (hasOther) => {
  for (const state of ['blocked', 'needs-keys'] as const) {
    for (const reasons of verdictReason.options.flatMap((reason) => [[reason], ['key-not-there' as const, reason]])) {
      const said = explanationOf({ state, reasons }, { hasOther });
      const entry = entryOf(pointHelpOf({ state, reasons }, hasOther).join(','));
      for (const message of [entry?.title, entry?.remedy]) expect(said, `${state}: ${reasons.join()}`).toContainEqual(message);
    }
  }
});
