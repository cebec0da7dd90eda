// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { QuestionBox } from './question-box';

function Job() {
  const [question, setQuestion] = useState<string>();
  return (
    <>
      <button type="button" onClick={() => setQuestion('Cancel it?')}>
        Cancel job
      </button>
      <button type="button" onClick={() => setQuestion('Pause it?')}>
        Pause job
      </button>
      {question !== undefined && (
        <QuestionBox question={question} onNo={() => setQuestion(undefined)}>
          <button type="button" onClick={() => setQuestion(undefined)}>
            No
          </button>
        </QuestionBox>
      )}
      <button type="button" onClick={() => setQuestion(undefined)}>
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

test('Escape answers that it is not to be', () => {
  render(<Job />);
  press('Cancel job');
  fireEvent.keyDown(screen.getByText('Cancel it?'), { key: 'Escape' });
  expect(screen.queryByText('Cancel it?')).toBeNull();
  expect(document.activeElement).toBe(button('Cancel job'));
});

test('who is elsewhere when a question goes stays there', () => {
  render(<Job />);
  press('Cancel job');
  press('Refresh');
  expect(document.activeElement).toBe(button('Refresh'));
});

test('a question in the place of another is asked as the first was, and given back to what asked it', () => {
  render(<Job />);
  press('Pause job');
  press('Cancel job');
  expect(document.activeElement).toBe(screen.getByText('Cancel it?'));
  press('No');
  expect(document.activeElement).toBe(button('Cancel job'));
});
