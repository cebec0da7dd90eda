import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '../language/use-text';
import { titles, type BladeId } from '../map/map';
import { ResourceTable } from '../ui/table/resource-table';
import type { ResourceTableProps } from '../ui/table/table-types';
import { Blade, type BladeProps } from './blade';
import { SavedFilterTools } from './saved-filter-tools';

type Table<Row extends object> = Omit<ResourceTableProps<Row>, 'label' | 'rows' | 'loading' | 'empty' | 'commands'>;
type Frame = Pick<BladeProps, 'subtitle' | 'commands' | 'onRefresh'>;

interface ListBladeProps<Row extends object> extends Table<Row>, Frame {
  id: BladeId;
  /** What is read. Reading again and again, as `polls` says, is not shown as being busy. */
  query: Pick<UseQueryResult<readonly Row[]>, 'data' | 'error' | 'isPending' | 'isFetching'> & { refetch: () => unknown };
  polls?: boolean;
  /** Those to show, where it is not all that were read. */
  rows?: readonly Row[];
  rowCommands?: ResourceTableProps<Row>['commands'];
  /** Why nothing is there, said once it is known that nothing is. */
  empty: string;
  /** Its filters stand in its address: the person can save them under a name. */
  savesFilters?: boolean;
  /** What else went wrong. */
  problem?: unknown;
  /** Above the table. */
  children?: ReactNode;
}

const NONE: readonly never[] = [];

/** A blade that is one list: what is read, its columns, and what each row leads to. */
export function ListBlade<Row extends object>({
  id,
  query,
  polls = false,
  rows,
  rowCommands,
  empty,
  subtitle,
  commands,
  onRefresh,
  problem,
  savesFilters = false,
  children,
  ...table
}: ListBladeProps<Row>) {
  const text = useText();
  const { data, error, isPending, isFetching, refetch } = query;
  const title = text(titles[id]);
  return (
    <Blade
      title={title}
      subtitle={subtitle}
      busy={polls ? isPending : isFetching}
      problem={error ?? problem}
      onRefresh={onRefresh ?? (() => void refetch())}
      commands={commands}
    >
      {children}
      {savesFilters && <SavedFilterTools />}
      <ResourceTable
        {...table}
        label={title}
        rows={rows ?? data ?? NONE}
        commands={rowCommands}
        empty={error === null && empty}
        loading={isPending}
      />
    </Blade>
  );
}
