// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import type { Restore } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { someRestore } from '../../../testing/restore';
import { TriedNotice } from './tried-notice';

const failed = (code: string | null): Restore => ({
  ...someRestore,
  steps: [{ step: 'machine', state: 'failed', reason: 'machine-failed', needs: [], command: 'create-machine' }],
  tried: [{ step: 'machine', code, message: 'Azure said so.', disks: [] }],
});

test('of a code that is known it is said what it means and what to do, and nothing of other causes', async () => {
  render(<TriedNotice restore={failed('AllocationFailed')} step="machine" />);
  expect(await screen.findByText(/^This region has no room for this size at the moment\. Delete this virtual machine/)).not.toBeNull();
  expect(screen.queryByText(/If Azure names a key/)).toBeNull();
});

test.each([['SomethingNew'], [null]])('of the code %s it is said what to do by what Azure names', async (code) => {
  render(<TriedNotice restore={failed(code)} step="machine" />);
  expect(await screen.findByText(/If Azure names a key or secret/)).not.toBeNull();
});
