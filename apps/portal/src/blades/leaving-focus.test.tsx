// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { BladeHandle } from './blade-handle';
import { LeavingFocus } from './leaving-focus';
import type { OpenBlade } from './use-open-blades';

const handle: BladeHandle = {
  bladeTitle: () => '',
  prepare: () => undefined,
  next: [],
  pinnable: false,
  size: 'small',
  sizeBehind: 'small',
  hasIcon: false,
};
const blade = (pathname: string): OpenBlade => ({ id: pathname, handle, pathname, title: pathname, pinnable: false });

function Stack({ paths }: { paths: readonly string[] }) {
  return (
    <>
      {paths.map((path, depth) => (
        <section key={path} data-blade={depth}>
          <button type="button">{path}</button>
        </section>
      ))}
      <LeavingFocus blades={paths.map(blade)} />
    </>
  );
}

/** Focuses the button of a blade; answers whether it stood in the page whenever it lost the focus. */
function focusOn(name: string): boolean[] {
  const button = screen.getByRole('button', { name });
  const stood: boolean[] = [];
  button.addEventListener('blur', () => stood.push(button.isConnected));
  button.focus();
  return stood;
}

test('a blade that leaves has lost the focus before it is taken away', () => {
  const { rerender } = render(<Stack paths={['/backup', '/backup/goal']} />);
  const stood = focusOn('/backup/goal');
  rerender(<Stack paths={['/backup', '/backup/policy']} />);
  expect(stood).toEqual([true]);
  expect(document.activeElement).toBe(document.body);
});

test('a blade that stays keeps the focus', () => {
  const { rerender } = render(<Stack paths={['/backup']} />);
  const stood = focusOn('/backup');
  rerender(<Stack paths={['/backup', '/backup/goal']} />);
  expect(stood).toEqual([]);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '/backup' }));
});
