// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import type { RecoveryMachineView } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { recoveryMachineOf } from '../../../testing/recovery-plan';
import { RunCounts } from './run-counts';

const machineIn = (state: RecoveryMachineView['state']) => recoveryMachineOf('Build1', { state });

const said = () => screen.getByRole('status').textContent;

test('of a run is said aloud what has ended, not each machine that sets out', () => {
  const { rerender } = render(<RunCounts machines={[machineIn('waiting'), machineIn('waiting')]} />);
  expect(said()).toBe('Done: 0 of 2. Open: 0.');
  rerender(<RunCounts machines={[machineIn('starting'), machineIn('waiting')]} />);
  expect(said()).toBe('Done: 0 of 2. Open: 0.');
  expect(screen.getByText(/On the way: 1\. Waiting: 1\./)).toBeDefined();
  rerender(<RunCounts machines={[machineIn('done'), machineIn('refused')]} />);
  expect(said()).toBe('Done: 1 of 2. Open: 1.');
});
