// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { mount } from '../../testing/mount';
import { EvidenceBlade } from './evidence-blade';

function whyNotPrint(error: Error | null, isFetching: boolean) {
  mount(
    <EvidenceBlade title="Evidence" subtitle="AppVM1" file="evidence" query={{ data: undefined, error, isFetching, refetch: vi.fn() }}>
      {() => null}
    </EvidenceBlade>,
  );
  return screen.getByRole('button', { name: 'Print' }).getAttribute('title');
}

test('evidence that could not be drawn is not said to be still on its way', () => {
  expect(whyNotPrint(null, true)).toBe('The evidence is still being drawn.');
  cleanup();
  expect(whyNotPrint(new Error('busy'), false)).toBe('The evidence couldn’t be drawn. Choose “Refresh”.');
  cleanup();
  expect(whyNotPrint(new Error('busy'), true)).toBe('The evidence is still being drawn.');
});
