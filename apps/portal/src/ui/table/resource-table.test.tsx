// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { useState } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { ResourceTable } from './resource-table';
import type { TableColumn } from './table-types';

interface Machine {
  name: string;
  group: string;
}

const machines: Machine[] = [
  { name: 'DBVM2', group: 'IgniteRG' },
  { name: 'DBVM10', group: 'IgniteRG' },
  { name: 'WebVM1', group: 'WebRG' },
];

const read: string[] = [];
const columns: TableColumn<Machine>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: ({ name }) => name,
    text: ({ name }) => {
      read.push(name);
      return name;
    },
  },
  { id: 'group', header: 'Resource group', cell: ({ group }) => group, text: ({ group }) => group },
];

const asked: string[] = [];
function disabledReason({ name }: Machine) {
  asked.push(name);
  return name === 'WebVM1' ? 'Encrypted without a key encryption key' : null;
}

/** Each test is at an entry of the history of its own, at which nobody was before. */
let entries = 0;
const freshEntry = () => [{ pathname: '/', key: String((entries += 1)) }];

function Machines({ rows = machines, known = true }: { rows?: Machine[]; known?: boolean }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <MemoryRouter initialEntries={freshEntry()}>
      <ResourceTable
        label="Machines"
        filterLabel="Filter machines"
        rows={rows}
        columns={columns}
        rowKey={({ name }) => name}
        rowName={({ name }) => name}
        empty={known && 'No machines'}
        selection={{
          selected,
          onChange: setSelected,
          disabledReason,
        }}
      />
      <output aria-label="Selection">{[...selected].join(' ')}</output>
    </MemoryRouter>
  );
}

const filter = (value: string) => fireEvent.change(screen.getByLabelText('Filter machines'), { target: { value } });
const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });
const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[1]?.textContent);
const selection = () => screen.getByLabelText('Selection').textContent;

beforeAll(() => {
  // jsdom does no layout; the table needs a height to have rows in sight.
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 600 });
  Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, value: 800 });
});

test('one row can be reached with Tab, and the arrow keys lead from row to row', () => {
  render(<Machines />);
  expect(screen.getAllByRole('row').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  row('DBVM2').focus();
  fireEvent.keyDown(row('DBVM2'), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(row('DBVM10'));
  fireEvent.keyDown(row('DBVM10'), { key: 'End' });
  expect(document.activeElement).toBe(row('WebVM1'));
  fireEvent.keyDown(row('WebVM1'), { key: 'Home' });
  expect(document.activeElement).toBe(row('DBVM2'));
});

const withButtons: TableColumn<Machine>[] = [
  ...columns,
  { id: 'wave', header: 'Wave', cell: ({ name }) => <button>Move {name}</button>, text: () => '' },
];
const reached = () => screen.getAllByRole('button', { name: /^Move/ }).flatMap((one) => (one.tabIndex === 0 ? one.textContent : []));

test('of what can be pressed in the rows, only that of the row with the stop is reached with Tab', () => {
  render(
    <MemoryRouter initialEntries={freshEntry()}>
      <ResourceTable
        label="Machines"
        rows={machines}
        columns={withButtons}
        rowKey={({ name }) => name}
        rowName={({ name }) => name}
        empty=""
      />
    </MemoryRouter>,
  );
  expect(reached()).toEqual(['Move DBVM2']);
  row('DBVM2').focus();
  fireEvent.keyDown(row('DBVM2'), { key: 'ArrowDown' });
  expect(reached()).toEqual(['Move DBVM10']);
  act(() => screen.getByRole('button', { name: 'Move WebVM1' }).focus());
  expect(reached()).toEqual(['Move WebVM1']);
});

test('Space selects the row with the focus and takes it back', () => {
  render(<Machines />);
  fireEvent.keyDown(row('DBVM2'), { key: ' ' });
  expect(selection()).toBe('DBVM2');
  expect(row('DBVM2').getAttribute('aria-selected')).toBe('true');
  fireEvent.keyDown(row('DBVM2'), { key: ' ' });
  expect(selection()).toBe('');
});

test('a row that cannot be selected says why and stays unselected', () => {
  render(<Machines />);
  expect(within(row('WebVM1')).getByText('Encrypted without a key encryption key')).toBeDefined();
  fireEvent.keyDown(row('WebVM1'), { key: ' ' });
  fireEvent.click(row('WebVM1'));
  expect(selection()).toBe('');
});

test('selecting all takes the rows that pass the filter and can be selected', async () => {
  render(<Machines />);
  filter('dbvm1');
  await waitFor(() => expect(names()).toEqual(['DBVM10']));
  fireEvent.click(screen.getByLabelText('Select all shown'));
  expect(selection()).toBe('DBVM10');
});

test('the box of all says whether none, some or all of those that can be selected are', () => {
  render(<Machines />);
  const all = screen.getByLabelText<HTMLInputElement>('Select all shown');
  const state = () => (all.indeterminate ? 'some' : all.checked);
  expect(state()).toBe(false);
  fireEvent.click(row('DBVM2'));
  expect(state()).toBe('some');
  fireEvent.click(all);
  expect(selection()).toBe('DBVM2 DBVM10');
  expect(state()).toBe(true);
  fireEvent.click(all);
  expect(state()).toBe(false);
});

test('the box of all is not offered where none can be selected, and says so', async () => {
  render(<Machines />);
  filter('webvm1');
  await waitFor(() => expect(names()).toEqual(['WebVM1']));
  const { disabled, title } = screen.getByLabelText<HTMLInputElement>('Select all shown');
  expect([disabled, title]).toEqual([true, 'None of these can be selected']);
});

test('the filter finds a word as it is spoken, whether or not it may break in a narrow place', async () => {
  render(<Machines rows={[...machines, { name: 'KeyVM1', group: 'Platform\u00ADkeys' }]} />);
  filter('platformkeys');
  await waitFor(() => expect(names()).toEqual(['KeyVM1']));
  filter('Platform\u00ADkeys');
  await waitFor(() => expect(names()).toEqual(['KeyVM1']));
});

test('the filter looks at every column', async () => {
  render(<Machines />);
  filter('webrg');
  await waitFor(() => expect(names()).toEqual(['WebVM1']));
  filter('nothing');
  expect(await screen.findByText('No item matches the filter.')).toBeDefined();
});

test('a heading sorts, numbers in names counting as numbers', () => {
  render(<Machines rows={machines.toReversed()} />);
  fireEvent.click(screen.getByRole('button', { name: 'Name' }));
  expect(names()).toEqual(['DBVM2', 'DBVM10', 'WebVM1']);
  fireEvent.click(screen.getByRole('button', { name: 'Name' }));
  expect(names()).toEqual(['WebVM1', 'DBVM10', 'DBVM2']);
});

test('an empty list says what to do', () => {
  render(<Machines rows={[]} />);
  expect(screen.getByText('No machines')).toBeDefined();
  expect(screen.getByText('0 items')).toBeDefined();
});

test('a list that could not be read is not called empty, and stands there with neither headings nor a filter', () => {
  render(<Machines rows={[]} known={false} />);
  expect(screen.queryByText('No machines')).toBeNull();
  expect(screen.queryByText('0 items')).toBeNull();
  expect(screen.queryByRole('grid')).toBeNull();
  expect(screen.queryByLabelText('Filter machines')).toBeNull();
});

test('of a long list only the rows in sight are asked about again at each click', () => {
  const many = Array.from({ length: 5_000 }, (_, index) => ({ name: `VM${index}`, group: 'RG' }));
  render(<Machines rows={many} />);
  fireEvent.click(within(row('VM0 ')).getByRole('checkbox'));
  asked.length = 0;
  fireEvent.click(within(row('VM1 ')).getByRole('checkbox'));
  expect(selection()).toBe('VM0 VM1');
  expect(asked.length).toBeLessThan(500);
});

const print = (moment: 'beforeprint' | 'afterprint') => act(() => void window.dispatchEvent(new Event(moment)));

test('a long list is printed whole, not the rows in sight alone', () => {
  const many = Array.from({ length: 300 }, (_, index) => ({ name: `VM${index}`, group: 'RG' }));
  render(<Machines rows={many} />);
  expect(names().length).toBeLessThan(100);
  print('beforeprint');
  expect(names()).toEqual(many.map(({ name }) => name));
  expect(screen.queryByText(/are printed/)).toBeNull();
  print('afterprint');
  expect(names().length).toBeLessThan(100);
});

test('of more rows than are printed it says how many', () => {
  const many = Array.from({ length: 1_200 }, (_, index) => ({ name: `VM${index}`, group: 'RG' }));
  render(<Machines rows={many} />);
  print('beforeprint');
  expect(screen.getAllByRole('row', { hidden: true })).toHaveLength(1_001);
  expect(screen.getByText('Only the first 1,000 of 1,200 are printed.')).toBeDefined();
});

test('rows that are printed ask for nothing that they do not know', () => {
  const asked: string[] = [];
  function Asking({ name }: Machine) {
    asked.push(name);
    return name;
  }
  const many = Array.from({ length: 300 }, (_, index) => ({ name: `VM${index}`, group: 'RG' }));
  const column = { id: 'name', header: 'Name', cell: (row: Machine) => <Asking {...row} />, text: ({ name }: Machine) => name };
  render(
    <MemoryRouter initialEntries={freshEntry()}>
      <ResourceTable label="Machines" rows={many} columns={[column]} rowKey={({ name }) => name} rowName={({ name }) => name} empty="" />
    </MemoryRouter>,
  );
  print('beforeprint');
  expect(screen.getByText('VM299')).toBeDefined();
  expect(asked).not.toContain('VM299');
});

test('when a long list learns something of one row, the filter reads that row alone', async () => {
  const many = Array.from({ length: 500 }, (_, index) => ({ name: `VM${index}`, group: 'RG' }));
  const { rerender } = render(<Machines rows={many} />);
  filter('vm49');
  await waitFor(() => expect(names()).toHaveLength(11));
  read.length = 0;
  rerender(<Machines rows={many.with(7, { name: 'VM499 restored', group: 'RG' })} />);
  filter('vm499');
  await waitFor(() => expect(names()).toEqual(['VM499 restored', 'VM499']));
  expect(read).toEqual(['VM499 restored']);
});

test('while it is loading it shows what was seen before, and how old that is, without making rows of it', () => {
  const seen = { age: 'As of noon…', rows: [document.createElement('tr')] };
  const list = (rows: Machine[], loading: boolean) => (
    <MemoryRouter initialEntries={freshEntry()}>
      <ResourceTable
        label="Machines"
        rows={rows}
        columns={columns}
        rowKey={({ name }) => name}
        rowName={({ name }) => name}
        empty="No machines"
        loading={loading}
        seen={seen}
      />
    </MemoryRouter>
  );
  const { rerender } = render(list([], true));
  expect(screen.getByRole('status').textContent).toBe(seen.age);
  expect(seen.rows.map(({ isConnected }) => isConnected)).toEqual([true]);
  expect(screen.queryByText('DBVM2')).toBeNull();
  rerender(list(machines, false));
  expect(screen.getByRole('status').textContent).toBe('3 items');
  expect(seen.rows.map(({ isConnected }) => isConnected)).toEqual([false]);
  expect(screen.getByText('DBVM2')).toBeDefined();
});
