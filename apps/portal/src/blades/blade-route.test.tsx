// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { useState, type ComponentType } from 'react';
import { Link, MemoryRouter, Outlet, Route, Routes, useParams } from 'react-router';
import { expect, test } from 'vitest';
import { bladeRoute } from './blade-route';

function Machine() {
  const { name } = useParams();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <h1>{name}</h1>
      {asked ? <p>Stop it?</p> : <button onClick={() => setAsked(true)}>Stop</button>}
      <Outlet />
    </>
  );
}

async function codeOf(Component: ComponentType): Promise<ComponentType> {
  const { lazy } = bladeRoute({ id: 'machine', path: ':name', title: () => '', load: () => Promise.resolve({ default: Component }) });
  const { Component: Loaded } = typeof lazy === 'function' ? await lazy() : {};
  if (Loaded === undefined || Loaded === null) throw new Error('The route has no component.');
  return Loaded;
}

test('a place is one however its address is spelled', async () => {
  const Loaded = await codeOf(Machine);
  render(
    <MemoryRouter initialEntries={['/WebVM1/']}>
      <Link to="/webvm1/keys">Keys</Link>
      <Routes>
        <Route path=":name" element={<Loaded />}>
          <Route path="keys" element={<h2>Keys of it</h2>} />
        </Route>
      </Routes>
    </MemoryRouter>,
  );
  fireEvent.click(screen.getByRole('button'));
  fireEvent.click(screen.getByRole('link', { name: 'Keys' }));
  expect(screen.getByText('Stop it?')).toBeDefined();
});

test('what was asked of one is not asked of the next, and stays while something opens from it', async () => {
  const Loaded = await codeOf(Machine);
  render(
    <MemoryRouter initialEntries={['/WebVM1']}>
      <Link to="/WebVM1/keys">Keys</Link>
      <Link to="/WebVM2">Next</Link>
      <Routes>
        <Route path=":name" element={<Loaded />}>
          <Route path="keys" element={<h2>Keys of it</h2>} />
        </Route>
      </Routes>
    </MemoryRouter>,
  );
  fireEvent.click(screen.getByRole('button'));
  fireEvent.click(screen.getByRole('link', { name: 'Keys' }));
  expect([screen.getByRole('heading', { level: 2 }).textContent, screen.queryByText('Stop it?')]).not.toContain(null);
  fireEvent.click(screen.getByRole('link', { name: 'Next' }));
  expect(screen.getByRole('heading').textContent).toBe('WebVM2');
  expect(screen.queryByText('Stop it?')).toBeNull();
});
