// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from '../../api/problem-error';
import { subscriptionsQuery } from '../../api/queries';
import { mayReadAgain } from '../../api/query-client';
// Loaded with the test, which need not wait for it.
import '../../words/azure-code-words';
import { setLanguage } from '../../language/language';
import { knownOnly, mount } from '../../testing/mount';
import { SUBSCRIPTION, VAULT as OF_CUSTOMER } from '../../testing/places';
import Problem from './problem';

beforeEach(() => {
  setLanguage('en');
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  setLanguage('en');
  vi.useRealTimers();
});

const throttled = (retryAfter: number) =>
  new ProblemError({ title: 'azure-throttled', status: 429, code: 'azure-throttled', correlationId: 'id', retryAfter });

test('a short wait that Azure asks for is waited out, a long one is told at once', () => {
  expect(mayReadAgain(0, throttled(5))).toBe(true);
  expect(mayReadAgain(2, throttled(5))).toBe(false);
  expect(mayReadAgain(0, throttled(3600))).toBe(false);
});

test('the wait is counted down, and its end is said', () => {
  render(<Problem problem={throttled(65)} />);
  expect(screen.getByRole('timer').textContent).toBe('Please wait another 00:01:05.');
  act(() => void vi.advanceTimersByTime(5_000));
  expect(screen.getByRole('timer').textContent).toBe('Please wait another 00:01:00.');
  act(() => void vi.advanceTimersByTime(60_000));
  expect(screen.getByRole('timer').textContent).toBe('You can try again now.');
});

test.each([
  ['de', 'Bis dahin wurde angelegt, geändert oder gelöscht, und das bleibt so: BackupRG.', /Es wurde nichts geändert/],
  ['en', 'Up to then, this was created, changed, or deleted, and it stays that way: BackupRG.', /Nothing was changed/],
] as const)('what was changed before a command failed is said, and not that nothing was (%s)', (language, sentence, nothing) => {
  setLanguage(language);
  const changed = ['/subscriptions/s/resourcegroups/BackupRG'];
  const failed = { title: '', status: 409, code: 'provider-not-registered', correlationId: 'id' } as const;
  render(<Problem problem={new ProblemError({ ...failed, changed })} />);
  expect(screen.getByRole('alert').textContent).toContain(sentence);
  expect(screen.getByRole('alert').textContent).toContain(changed[0]);
  expect(screen.getByRole('alert').textContent).not.toMatch(nothing);
  cleanup();
  render(<Problem problem={new ProblemError(failed)} />);
  expect(screen.getByRole('alert').textContent).toMatch(nothing);
});

test.each([
  ['de', /Es wurde nichts geändert/, 'Ob Azure etwas geändert hat, ist nicht bekannt.'],
  ['en', /Nothing was changed/, 'It’s not known whether Azure changed anything.'],
] as const)('what Azure accepted before it refused is not said to be nothing (%s)', (language, nothing, unknown) => {
  setLanguage(language);
  render(<Problem problem={new ProblemError({ title: '', status: 429, code: 'azure-throttled', correlationId: 'id', inDoubt: true })} />);
  expect(screen.getByRole('alert').textContent).toContain(unknown);
  expect(screen.getByRole('alert').textContent).not.toMatch(nothing);
});

test('what needs no wait counts nothing down', () => {
  render(<Problem problem={new ProblemError({ title: 'forbidden', status: 403, code: 'forbidden', correlationId: 'id' })} />);
  expect(screen.queryByRole('timer')).toBeNull();
});

test('what a code of Azure means is said in our words, and Azure’s own are marked as English', async () => {
  setLanguage('de');
  const problem = {
    title: 'azure-failed',
    status: 502,
    code: 'azure-failed',
    azureCode: 'UserErrorGuestAgentStatusUnavailable',
    azureMessage: 'VM agent is unable to communicate.',
    correlationId: 'id',
  } as const;
  render(<Problem problem={new ProblemError(problem)} />);
  const ours = await screen.findByText(/^Azure Backup erreicht den VM-Agent im virtuellen Computer nicht\. Sorgen Sie dafür/);
  const theirs = screen.getByText('VM agent is unable to communicate.');
  expect(theirs.getAttribute('lang')).toBe('en');
  expect(theirs.parentElement?.textContent).toMatch(/^Azure meldet \(Englisch\):/);
  expect(ours.compareDocumentPosition(theirs)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test.each([
  ['SkuNotAvailable', /^Azure has none of this size/, /Azure names the reason/],
  ['SomethingNew', /^Azure names the reason/, /^Azure has none of this size/],
])('what stands against it as things are is said by Azure’s code (%s), or else in general', async (azureCode, said, unsaid) => {
  const problem = { title: 'no', status: 409, code: 'not-as-it-is', azureCode, correlationId: 'id' } as const;
  render(<Problem problem={new ProblemError(problem)} />);
  expect(await screen.findByText(said)).toBeDefined();
  expect(screen.queryByText(unsaid)).toBeNull();
});

test('of what only read it is not said that Azure may have changed something', () => {
  const offline = { title: 'No answer', status: 0, code: 'offline', correlationId: null } as const;
  const { rerender } = render(<Problem problem={new ProblemError(offline)} />);
  expect(screen.getByRole('alert').textContent).toContain('It’s not known whether Azure changed anything.');
  rerender(<Problem problem={new ProblemError({ ...offline, onlyRead: true })} />);
  expect(screen.getByRole('alert').textContent).not.toMatch(/changed/);
  expect(screen.getByRole('alert').textContent).toContain('Check your connection');
});

const VAULT = '/vaults/s-1/VaultRG/IgniteDemoVault';
const ITEM = `${VAULT}/items/RG/DBVM1`;
const RESTORE = `${VAULT}/restores/8f1d5f0c-0000-4000-8000-000000000001`;

test.each([
  ['a new vault', `${VAULT}/creation/1`, 'the list of Recovery Services vaults', '/vaults'],
  ['a vault that is deleted', VAULT, 'the list of Recovery Services vaults', '/vaults'],
  ['settings of a vault', `${VAULT}/configuration`, 'the backup configuration', `${VAULT}/infrastructure/configuration`],
  ['a new policy', `${VAULT}/policies`, 'the backup policies', `${VAULT}/policies`],
  ['a policy', `${VAULT}/policies/Daily%20one`, 'the backup policies', `${VAULT}/policies`],
  ['a step of a restore', `${RESTORE}/machine`, 'the steps of the restore', RESTORE],
  ['disks restored once more', `${RESTORE}/disks/1`, 'the backup jobs', `${VAULT}/jobs`],
  ['a backup now', `${ITEM}/backups/1`, 'the backup jobs', `${VAULT}/jobs`],
  ['a restore', `${ITEM}/restores/1`, 'the backup jobs', `${VAULT}/jobs`],
  ['a plan', '/recovery-plans/1', 'the restore plans', '/recovery'],
  ['access to a key vault', '/key-vaults/s-1/RG/KV/grants/1', 'on the key vault who has access', '/key-vaults/s-1/RG/KV'],
])('after a lost answer on %s it is said where that can be seen', (_, sentTo, place, href) => {
  const offline = { title: 'No answer', status: 0, code: 'offline', correlationId: null, onlyRead: false, sentTo } as const;
  render(<Problem problem={new ProblemError(offline)} />, { wrapper: MemoryRouter });
  expect(screen.getByRole('alert').textContent).toContain(`Check ${place} before you try again.`);
  expect(screen.getByRole('link', { name: /^Go to / }).getAttribute('href')).toBe(href);
});

test('where nobody knows what the answer was lost of, no place is named, and none where nothing is in doubt', () => {
  const problem = { title: '', status: 0, correlationId: null, onlyRead: false } as const;
  render(<Problem problem={new ProblemError({ ...problem, code: 'offline' })} />, { wrapper: MemoryRouter });
  expect(screen.getByRole('alert').textContent).toContain('Check how it is now before you try again.');
  cleanup();
  render(<Problem problem={new ProblemError({ ...problem, code: 'forbidden', sentTo: VAULT })} />, { wrapper: MemoryRouter });
  expect(screen.queryByRole('link')).toBeNull();
});

test.each([
  ['de', 'Was Azure im Wortlaut gesagt hat', 'Richtlinie „Nur in Europa“ (Definition: Allowed locations), zugewiesen an: Abonnement'],
  ['en', 'What Azure said, word for word', 'Policy “Nur in Europa” (definition: Allowed locations), assigned at: Subscription'],
] as const)('what Azure says for programs stands behind a word, the policies that it names do not (%s)', (language, label, policy) => {
  setLanguage(language);
  const id = '/subscriptions/s-1/providers/Microsoft.Authorization/policyAssignments/a';
  const identifiers = [{ policyAssignment: { name: 'Nur in Europa', id }, policyDefinition: { name: 'Allowed locations', id: '/d' } }];
  const azureMessage = `Resource 'kv' was disallowed by policy. Policy identifiers: '${JSON.stringify(identifiers)}'.`;
  render(
    <Problem problem={new ProblemError({ title: '', status: 403, code: 'disallowed-by-policy', correlationId: 'id', azureMessage })} />,
  );
  expect(screen.getByText("Resource 'kv' was disallowed by policy.").getAttribute('lang')).toBe('en');
  expect(screen.getByRole('listitem').textContent).toBe(policy);
  expect(screen.queryByText(azureMessage)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: label }));
  expect(screen.getByText(azureMessage)).toBeDefined();
});

const OF_DATA = ['storage-data-forbidden', 'storage-firewall', 'key-vault-forbidden', 'key-vault-firewall'] as const;
const IN_VAULT = `/vaults/${Object.values(OF_CUSTOMER).join('/')}`;

/** What a problem says in a subscription, by what the command was about, or by where the person stands. */
function saidIn(
  customerTenantId: string | null,
  code: (typeof OF_DATA)[number],
  where: { sentTo?: string; address?: string },
): string | null {
  cleanup();
  const client = knownOnly();
  const subscription = { subscriptionId: SUBSCRIPTION, name: 'Fabrikam Production', state: 'Enabled', customerTenantId };
  client.setQueryData(subscriptionsQuery().queryKey, [subscription]);
  const { address = '/', ...asked } = where;
  const problem = new ProblemError({ title: '', status: 403, code, correlationId: null, ...asked });
  const path = address === '/' ? '*' : '/vaults/:subscriptionId/:resourceGroup/:vaultName';
  mount(<Problem problem={problem} />, { client, address, path });
  return screen.getByRole('alert').textContent;
}

test.each(OF_DATA)('%s: in a subscription that a customer has delegated nobody is told to get what no delegation can hold', (code) => {
  for (const where of [{ sentTo: `${IN_VAULT}/restores/1/leftovers` }, { address: IN_VAULT }]) {
    expect(saidIn('fabrikam', code, where)).toMatch(
      /belongs to a customer: you can neither .* whatever role you have\. Only the customer can do this\./,
    );
    expect(saidIn('fabrikam', code, where)).not.toMatch(/Ask|ask|Contributor/);
    expect(saidIn(null, code, where)).toMatch(/[Aa]sk /);
    expect(saidIn(null, code, where)).not.toContain('customer');
  }
});

test('in a subscription of one’s own company the role on the storage account is named', () => {
  expect(saidIn(null, 'storage-data-forbidden', { address: IN_VAULT })).toContain(
    'the role “Storage Blob Data Contributor” on the storage account.',
  );
});
