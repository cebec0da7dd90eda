// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { QuestionBox } from './question-box';

afterEach(cleanup);

function Job() {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setAsking(true)}>
        Cancel job
      </button>
      {asking && (
        <QuestionBox question="Cancel it?">
          <button type="button" onClick={() => setAsking(false)}>
            No
          </button>
        </QuestionBox>
      )}
      <button type="button" onClick={() => setAsking(false)}>
        Refresh
      </button>
    </>
  );
}

const button = (name: string) => screen.getByRole('button', { name });

function press(name: string) {
  button(name).focus();
  fireEvent.click(button(name));
}

test('a question takes the focus, and gives it back to what asked it', () => {
  render(<Job />);
  press('Cancel job');
  expect(document.activeElement).toBe(screen.getByText('Cancel it?'));
  press('No');
  expect(screen.queryByText('Cancel it?')).toBeNull();
  expect(document.activeElement).toBe(button('Cancel job'));
});

test('who is elsewhere when a question goes stays there', () => {
  render(<Job />);
  press('Cancel job');
  press('Refresh');
  expect(document.activeElement).toBe(button('Refresh'));
});
