// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { MachineOptions } from '@tresor/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../../../language/language';
import { MachineFields } from './machine-fields';

beforeEach(() => setLanguage('en'));
afterEach(cleanup);

const form = { name: 'VM1', group: 'RG', size: 'Standard_A2', subnetId: '/subnet', publicIp: false };
const options: MachineOptions = {
  suggested: form,
  sizes: [form.size],
  subnets: [{ id: form.subnetId, network: 'Network', subnet: 'One', group: 'RG' }],
  groups: [{ name: 'RG', allowed: true }],
  proximityGroup: null,
};

test('where the old machine is in a proximity placement group, the new one can be left out of it', () => {
  const change = vi.fn();
  render(<MachineFields options={{ ...options, proximityGroup: 'app-proximity' }} machine={{ form, change }} />);
  fireEvent.click(screen.getByRole('checkbox', { name: /without .* proximity placement group app-proximity/ }));
  expect(change).toHaveBeenCalledWith({ withoutProximityGroup: true });
});

test('where it is in none, nothing is said of one', () => {
  render(<MachineFields options={options} machine={{ form, change: vi.fn() }} />);
  expect(screen.queryByText(/proximity/)).toBeNull();
});
