// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import type { ItemInVault } from '@tresor/contracts';
import { beforeAll, expect, test } from 'vitest';
import { itemInVaultOf } from '../../../testing/backup-item';
import { knownOnly, mount } from '../../../testing/mount';
import { armId, SUBSCRIPTION } from '../../../testing/places';
import { PlanFormContent } from './plan-form-content';
import { usePlanDraft } from './use-plan-draft';

beforeAll(() => {
  // jsdom does no layout; the table needs a height to have rows in sight.
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 600 });
  Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, value: 800 });
});
const OTHER = '0c7a52be-41f9-4d18-a6c2-93be5d20e7f4';

const item = (name: string, subscription: string) =>
  itemInVaultOf(name, {
    id: armId('Microsoft.RecoveryServices/vaults', `vault/items/${name}`),
    vmId: `/subscriptions/${subscription}/machines/${name}`,
    latestRecoveryPoint: '2017-03-01T00:00:00Z',
  });
const items = [item('AppVM', SUBSCRIPTION), item('FarVM1', OTHER), item('FarVM2', OTHER)];

function Form({ of: items }: { of: ItemInVault[] }) {
  const form = usePlanDraft(items);
  return (
    <>
      <PlanFormContent form={form} items={items} />
      <p data-testid="planned">{form.draft?.machines.map(({ item: { vmName } }) => vmName).join(' ') ?? form.whyNot}</p>
      <p data-testid="target">{JSON.stringify(form.draft?.target)}</p>
    </>
  );
}

function show(of: ItemInVault[]) {
  const client = knownOnly();
  mount(<Form of={of} />, { client });
}

test('machines in another subscription than their vault cannot be selected, and stay out of a plan that they are pasted into', () => {
  show(items);
  const row = screen.getByRole('row', { name: /FarVM1/ });
  expect(row.textContent).toContain('The virtual machine is in a different subscription than its vault.');
  fireEvent.click(screen.getByRole('button', { name: 'Paste a list' }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Names, one per line' }), { target: { value: 'AppVM FarVM1 FarVM2' } });
  expect(screen.getByText(/^Not in this plan.*: FarVM1 and FarVM2\./)).toBeDefined();
  expect(screen.getByTestId('planned').textContent).toBe('AppVM');
});

test('of many of them some are named, and how many there are beside them', () => {
  const far = Array.from({ length: 40 }, (_, index) => item(`FarVM${index + 10}`, OTHER));
  show(far);
  fireEvent.click(screen.getByRole('button', { name: 'Paste a list' }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Names, one per line' }), {
    target: { value: far.map(({ name }) => name).join(' ') },
  });
  expect(screen.getByText(/^Not in this plan: FarVM10, .*FarVM19, and 30 more\./)).toBeDefined();
});

const target = () => screen.getByTestId('target').textContent;
const box = () => screen.queryByRole('checkbox', { name: 'Without the old virtual machines’ proximity placement groups' });
const tagsBox = () => screen.queryByRole('checkbox', { name: 'With the old virtual machines’ tags' });

test('machines can be left out of their old proximity placement groups and made without their old tags, but for isolation, where they have neither', () => {
  show(items);
  fireEvent.click(screen.getByRole('button', { name: 'Paste a list' }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Names, one per line' }), { target: { value: 'AppVM' } });
  expect(target()).toBe('{"kind":"as-it-was"}');
  fireEvent.click(box() ?? document.body);
  expect(target()).toBe('{"kind":"as-it-was","withoutProximityGroup":true}');
  fireEvent.click(tagsBox() ?? document.body);
  expect(target()).toBe('{"kind":"as-it-was","withoutProximityGroup":true,"withoutTags":true}');
  fireEvent.click(screen.getByRole('radio', { name: /^Isolated/ }));
  expect([target(), box(), tagsBox()]).toEqual(['{"kind":"isolated"}', null, null]);
});
