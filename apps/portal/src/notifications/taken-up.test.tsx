// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { dismiss, notify, useNotifications } from './notifications';

function Count() {
  const all = useNotifications();
  return all.length === 0 ? <p>nothing</p> : <strong>{all.map(({ title }) => title).join()}</strong>;
}

it('what comes before the page is taken up is told once it is', () => {
  const container = document.createElement('div');
  container.innerHTML = renderToString(<Count />);
  const id = notify({ title: 'It has ended', intent: 'success' });
  const onRecoverableError = vi.fn();
  const { unmount } = render(<Count />, { container, hydrate: true, onRecoverableError });
  expect([container.textContent, onRecoverableError.mock.calls]).toEqual(['It has ended', []]);
  unmount();
  dismiss(id);
});
