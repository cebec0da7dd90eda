// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { createMemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { RouterOfPage, useRouterState } from './page-router';

function Mark() {
  const isOpen = useRouterState(({ location }) => location.pathname === '/items');
  return <p aria-current={isOpen ? 'page' : undefined}>Items</p>;
}

test('what stands around the blades follows a page that was left before it was taken up', async () => {
  const router = createMemoryRouter([{ path: '*', element: null }], { initialEntries: ['/items'] });
  const page = (
    <RouterOfPage value={{ router, written: router.state }}>
      <Mark />
    </RouterOfPage>
  );
  document.body.innerHTML = renderToString(page);
  expect(document.querySelector('[aria-current]')).not.toBeNull();
  await router.navigate('/vaults');
  act(() => void hydrateRoot(document.body, page));
  expect(document.querySelector('[aria-current]')).toBeNull();
});
