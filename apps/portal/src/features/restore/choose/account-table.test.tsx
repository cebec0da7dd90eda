// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setLanguage } from '../../../language/language';
import { AccountTable } from './account-table';

beforeEach(() => setLanguage('en'));
afterEach(cleanup);

const show = (accounts: [] | undefined) =>
  render(
    <MemoryRouter>
      <AccountTable accounts={accounts} loading={false} chosen={null} onChoose={() => undefined} paired={null} />
    </MemoryRouter>,
  );

const none = () => screen.queryByText(/no storage account/i);

test('storage accounts that could not be read are not said to be none', () => {
  show([]);
  expect(none()).not.toBeNull();
  cleanup();
  show(undefined);
  expect(none()).toBeNull();
});
