// @vitest-environment jsdom
import { act, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { beforeEach, expect, test, vi } from 'vitest';
import { ResourceTable } from '../ui/table/resource-table';
import type { TableColumn } from '../ui/table/table-types';
import { useSaveCommands } from './use-save-commands';

interface Machine {
  name: string;
}

const machines: Machine[] = [{ name: 'WebVM1' }, { name: 'DBVM10' }, { name: 'DBVM2' }];
const columns: TableColumn<Machine>[] = [{ id: 'name', header: 'Name', cell: ({ name }) => name, text: ({ name }) => name }];

const saved: Blob[] = [];
beforeEach(() => {
  saved.length = 0;
  vi.stubGlobal('URL', { createObjectURL: (file: Blob) => `#${saved.push(file)}`, revokeObjectURL: () => undefined });
  // Nothing has a size here.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});
function List({ rows }: { rows: readonly Machine[] }) {
  const { commands, onShown } = useSaveCommands({ fileName: 'machines', columns, rows, complete: true, error: null });
  return (
    <MemoryRouter>
      {commands.map(({ id, label, onClick, reason }) => (
        <button key={id} onClick={onClick} title={reason}>
          {label}
        </button>
      ))}
      <ResourceTable
        label="Machines"
        filterLabel="Filter"
        rows={rows}
        columns={columns}
        rowKey={({ name }) => name}
        rowName={({ name }) => name}
        empty="None"
        onShown={onShown}
      />
    </MemoryRouter>
  );
}

const button = (name: string) => screen.getByRole('button', { name });

async function namesSaved(): Promise<string> {
  fireEvent.click(button('Save as JSON'));
  return (await saved.at(-1)?.text()) ?? '';
}

test('what is saved are the rows that the table shows, in their order', async () => {
  render(<List rows={machines} />);
  expect(JSON.parse(await namesSaved())).toEqual(machines);
  fireEvent.click(screen.getByRole('button', { name: /^Name/ }));
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'db' } });
  await waitFor(() => expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('3'));
  expect(JSON.parse(await namesSaved())).toEqual([{ name: 'DBVM2' }, { name: 'DBVM10' }]);
  fireEvent.click(button('Save as CSV'));
  expect((await saved.at(-1)?.text())?.match(/DBVM\d+|WebVM1/g)).toEqual(['DBVM2', 'DBVM10']);
});

test('where the filter leaves nothing there is nothing to save, until it does again', async () => {
  render(<List rows={machines} />);
  expect(button('Save as JSON').title).toBe('');
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'nothing like it' } });
  await waitFor(() => expect(button('Save as JSON').title).toBe('The list is empty.'));
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: '' } });
  await waitFor(() => expect(button('Save as JSON').title).toBe(''));
});

test('rows that the table is still making are waited for, and saved once', async () => {
  const { result } = renderHook(() => useSaveCommands({ fileName: 'machines', columns, rows: machines, complete: true, error: null }));
  act(() => result.current.onShown(null));
  result.current.commands.find(({ id }) => id === 'json')?.onClick?.();
  expect(saved).toHaveLength(0);
  act(() => result.current.onShown(machines.slice(1)));
  act(() => result.current.onShown(machines));
  expect(saved).toHaveLength(1);
  expect(JSON.parse((await saved[0]?.text()) ?? '')).toEqual(machines.slice(1));
});
