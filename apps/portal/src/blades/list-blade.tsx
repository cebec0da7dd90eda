import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '../language/use-text';
import { titles, type BladeId } from '../map/map';
import { Filling, Rest } from '../ui/layout/filling';
import { ResourceTable } from '../ui/table/resource-table';
import type { ResourceTableProps } from '../ui/table/table-types';
import { Blade, type BladeProps } from './blade';
import { SavedFilterTools } from './saved-filter-tools';
import { ListUnread, Narrowing } from '../ui/table/narrowing';
import { useSeenList } from './use-seen-list';

type Table<Row extends object> = Omit<ResourceTableProps<Row>, 'label' | 'rows' | 'loading' | 'seen' | 'empty' | 'commands'>;
type Frame = Pick<BladeProps, 'subtitle' | 'commands' | 'onRefresh'>;

interface ListBladeProps<Row extends object> extends Table<Row>, Frame {
  id: BladeId;
  /** What the table is called, where that is not the title of the blade. */
  label?: string;
  /** What is read; nothing where the program itself holds the rows. Reading again and again, as `polls` says, is not shown as being busy. */
  query?: Pick<UseQueryResult<readonly Row[]>, 'data' | 'error' | 'isPending' | 'isFetching'> & {
    refetch: () => unknown;
    /** Milliseconds since 1970; lists that do not tell it are not kept for the next load. */
    dataUpdatedAt?: number;
  };
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
  /** Among it are pictures, which come with the rows: the table stands there only then. */
  afterPictures?: boolean;
  /** Above it stands what comes with the rows: what was seen would move when they come. */
  movesDown?: boolean;
}

const NONE: readonly never[] = [];

/** A blade that is one list: what is read, its columns, and what each row leads to. */
export function ListBlade<Row extends object>({
  id,
  label,
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
  afterPictures = false,
  movesDown = false,
  ...table
}: ListBladeProps<Row>) {
  const text = useText();
  const title = text(titles[id]);
  const seen = useSeenList(movesDown || afterPictures ? undefined : query?.dataUpdatedAt);
  const refresh = onRefresh ?? (query && (() => void query.refetch()));
  return (
    <Blade
      title={title}
      subtitle={subtitle}
      busy={query !== undefined && (polls ? query.isPending : query.isFetching)}
      problem={query?.error ?? problem}
      {...(refresh && { onRefresh: refresh })}
      commands={commands}
    >
      <Filling>
        {children}
        <Rest afterPictures={afterPictures}>
          <ListUnread value={query?.data === undefined && query?.error != null}>
            {!(afterPictures && query?.isPending === true) && (
              <ResourceTable
                {...table}
                {...(savesFilters && {
                  tools: (
                    <>
                      {table.tools}
                      <Narrowing>
                        <SavedFilterTools />
                      </Narrowing>
                    </>
                  ),
                })}
                label={label ?? title}
                rows={rows ?? query?.data ?? NONE}
                commands={rowCommands}
                empty={query?.error == null && empty}
                loading={query?.isPending === true}
                seen={seen}
              />
            )}
          </ListUnread>
        </Rest>
      </Filling>
    </Blade>
  );
}
