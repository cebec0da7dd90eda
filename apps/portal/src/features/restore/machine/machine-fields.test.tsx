// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { MachineOptions } from '@tresor/contracts';
import { expect, test, vi } from 'vitest';
import { freshMachine } from '../../../kept/fresh-machine';
import { MachineFields } from './machine-fields';

const form = { name: 'VM1', group: 'RG', size: 'Standard_A2', subnetId: '/subnet', publicIp: false };
const options: MachineOptions = {
  suggested: form,
  oldSize: null,
  sizes: [form.size],
  subnets: [{ id: form.subnetId, network: 'Network', subnet: 'One', group: 'RG' }],
  groups: [{ name: 'RG', allowed: true }],
  proximityGroup: null,
  tags: {},
};

test('where the old machine is in a proximity placement group, the new one can be left out of it', () => {
  const change = vi.fn();
  render(<MachineFields options={{ ...options, proximityGroup: 'app-proximity' }} machine={{ form, change }} />);
  fireEvent.click(screen.getByRole('checkbox', { name: /without .* proximity placement group app-proximity/ }));
  expect(change).toHaveBeenCalledWith({ withoutProximityGroup: true });
});

test('the tags that it gets are named, and can be left out', () => {
  const change = vi.fn();
  const tags = { 'cost-center': '4711', critical: '' };
  render(<MachineFields options={{ ...options, tags }} machine={{ form, change }} />);
  expect(screen.getByText(/^cost-center: 4711, critical\. /)).toBeTruthy();
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: /old virtual machine’s tags/ });
  expect(box.checked).toBe(true);
  fireEvent.click(box);
  expect(change).toHaveBeenCalledWith({ withoutTags: true });
});

test('tags are added by hand and removed again, and what is wrong with one is said at it', () => {
  const change = vi.fn();
  const show = (addedTags: { name: string; value: string }[]) => {
    cleanup();
    render(<MachineFields options={options} machine={{ form: { ...form, addedTags }, change }} />);
  };
  show([]);
  fireEvent.click(screen.getByRole('button', { name: 'Add a tag' }));
  expect(change).toHaveBeenLastCalledWith({ addedTags: [{ name: '', value: '' }] });
  show([{ name: 'azureOwner', value: '' }]);
  expect(screen.getByText(/^Only Azure gives tags whose names start with/)).toBeTruthy();
  fireEvent.change(screen.getByRole('textbox', { name: 'Tag name' }), { target: { value: 'owner' } });
  expect(change).toHaveBeenLastCalledWith({ addedTags: [{ name: 'owner', value: '' }] });
  fireEvent.click(screen.getByRole('button', { name: 'Remove azureOwner' }));
  expect(change).toHaveBeenLastCalledWith({ addedTags: [] });
  show(Array.from({ length: 10 }, (_, at) => ({ name: `t${at}`, value: '' })));
  expect(screen.getByText('At most 10 tags can be added.')).toBeTruthy();
});

test('of an old machine without tags nothing is said of them', () => {
  render(<MachineFields options={options} machine={{ form, change: vi.fn() }} />);
  expect(screen.queryByText(/old virtual machine’s tags/)).toBeNull();
});

test('where it is in none, nothing is said of one', () => {
  render(<MachineFields options={options} machine={{ form, change: vi.fn() }} />);
  expect(screen.queryByText(/proximity/)).toBeNull();
});

const withheld = { name: 'Standard_DS2_v2', barred: 'size-restricted' } as const;

test('where the old size cannot be had, that is said with the reason and with what is proposed', () => {
  render(<MachineFields options={{ ...options, oldSize: withheld }} machine={{ form, change: vi.fn() }} />);
  const describedBy = screen.getByRole('combobox', { name: 'Size' }).getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(describedBy)?.textContent).toBe(
    'The old virtual machine had Standard_DS2_v2. Azure doesn’t offer this size to the subscription here. Standard_A2 is proposed: it has at least as much of everything.',
  );
});

test('where nothing is like it, none is chosen until somebody chooses', () => {
  const change = vi.fn();
  const none = { ...options, suggested: { ...form, size: null }, oldSize: withheld };
  const fresh = freshMachine(none);
  render(<MachineFields options={none} machine={{ form: fresh, change }} />);
  const size = screen.getByRole('combobox', { name: 'Size' });
  expect(screen.getByRole<HTMLOptionElement>('option', { name: 'Choose a size' }).selected).toBe(true);
  fireEvent.change(size, { target: { value: form.size } });
  expect(change).toHaveBeenCalledWith({ size: form.size });
});
