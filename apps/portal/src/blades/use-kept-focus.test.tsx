// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { expect, test } from 'vitest';
import { headingId } from './stack-context';
import { useKeptFocus } from './use-kept-focus';

function Stack({ isDone }: { isDone: boolean }) {
  const columns = useRef<HTMLDivElement>(null);
  useKeptFocus(columns);
  return (
    <div ref={columns}>
      <section data-blade="0">
        <h2 id={headingId(0)} tabIndex={-1}>
          Create virtual machine
        </h2>
        {!isDone && <button type="button">Create</button>}
        <button type="button">Refresh</button>
      </section>
    </div>
  );
}

const settle = () => act(() => Promise.resolve());
const heading = () => screen.getByRole('heading');

test('the focus of a button that has done its work goes to the heading of its blade', async () => {
  const { rerender } = render(<Stack isDone={false} />);
  screen.getByRole('button', { name: 'Create' }).focus();
  rerender(<Stack isDone />);
  await settle();
  expect(document.activeElement).toBe(heading());
});

test('who is elsewhere stays there, and who left of free will is not called back', async () => {
  const { rerender } = render(<Stack isDone={false} />);
  screen.getByRole('button', { name: 'Create' }).focus();
  screen.getByRole('button', { name: 'Refresh' }).focus();
  rerender(<Stack isDone />);
  await settle();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Refresh' }));
  rerender(<Stack isDone={false} />);
  screen.getByRole('button', { name: 'Create' }).focus();
  screen.getByRole('button', { name: 'Create' }).blur();
  await settle();
  rerender(<Stack isDone />);
  await settle();
  expect(document.activeElement).toBe(document.body);
});
