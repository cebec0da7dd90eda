import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Message } from '../../language/messages';
import { useText } from '../../language/use-text';
import { ProblemBar } from '../../ui/feedback/problem-bar';
import { ResourceTable } from '../../ui/table/resource-table';
import type { TableColumn } from '../../ui/table/table-types';
import { fixMessages as messages } from './fix-messages';

interface Choice {
  id: string;
  name: string;
  resourceGroup: string;
}

interface ChooseOneProps<T extends Choice> {
  read: UseQueryResult<T[]>;
  question: Message;
  filterLabel: Message;
  empty: Message;
  /** The entry with the chosen one filled in. */
  href: (chosen: T) => string;
}

const NONE: readonly never[] = [];

/** Asks which machine, or which vault, an entry is about. */
export function ChooseOne<T extends Choice>({ read, question, filterLabel, empty, href }: ChooseOneProps<T>) {
  const text = useText();
  const columns = useMemo<TableColumn<T>[]>(
    () => [
      { id: 'name', header: text(messages.name), cell: ({ name }) => name, text: ({ name }) => name },
      { id: 'group', header: text(messages.resourceGroup), cell: ({ resourceGroup }) => resourceGroup, text: (row) => row.resourceGroup },
    ],
    [text],
  );
  if (read.error !== null) return <ProblemBar problem={read.error} />;
  return (
    <>
      <p>{text(question)}</p>
      <ResourceTable
        label={text(question)}
        filterLabel={text(filterLabel)}
        rows={read.data ?? NONE}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        href={href}
        empty={text(empty)}
        loading={read.isPending}
      />
    </>
  );
}
