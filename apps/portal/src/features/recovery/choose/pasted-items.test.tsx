// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { itemInVaultOf } from '../../../testing/backup-item';
import { PastedItems, pastedItems } from './pasted-items';

const item = (id: string, name: string) => ({ id, name });
const items = [item('1', 'DBVM1'), item('2', 'dbvm2'), item('3', 'WebVM'), item('4', 'webvm')];

it('a list of names selects their items, whatever stands between and however they are written', () => {
  expect(pastedItems('dbvm1\r\nDBVM2;  \n', items)).toEqual({ ids: ['1', '2'], unknown: [], several: [] });
});

it('what nobody protects is named, and what several vaults protect is selected whole', () => {
  expect(pastedItems('WebVM\tNobody, DBVM1 DBVM1', items)).toEqual({ ids: ['3', '4', '1'], unknown: ['Nobody'], several: ['WebVM'] });
});

const PROTECTED = ['AppVM', 'DbVM', 'WebVM'].map((name) => itemInVaultOf(name));

function Choosing() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['AppVM', 'DbVM']));
  return (
    <>
      <PastedItems items={PROTECTED} selected={selected} onSelect={setSelected} />
      <p data-testid="selected">{[...selected].join(' ')}</p>
    </>
  );
}

const paste = (value: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value } });
const selected = () => screen.getByTestId('selected').textContent;

it('what was selected before a list is pasted stays selected, whatever becomes of the list', () => {
  render(<Choosing />);
  paste(' ');
  expect(selected()).toBe('AppVM DbVM');
  paste('DbVM WebVM');
  expect(selected()).toBe('AppVM DbVM WebVM');
  paste('');
  expect(selected()).toBe('AppVM DbVM');
});

it('of many names that nobody protects some are named, and how many there are beside them', () => {
  render(<Choosing />);
  paste(Array.from({ length: 40 }, (_, index) => `Server${index + 10}`).join('\n'));
  expect(screen.getByText(/^Not found: Server10, .*Server19, and 30 more\.$/)).toBeDefined();
});
