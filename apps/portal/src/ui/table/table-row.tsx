import { mergeClasses } from '@fluentui/react-components';
import { useMemo, useRef, type KeyboardEvent, type MouseEvent, type ReactNode, type Ref } from 'react';
import { useText } from '../../language/use-text';
import { messages } from '../messages';
import { useTableStyles } from './resource-table.styles';
import { NameInParts } from './name-in-parts';
import { SHORT } from './name-parts';
import { RowMenu } from './row-menu';
import type { RowCommand, TableColumn } from './table-types';

interface TableRowProps<Row> {
  ref: Ref<HTMLTableRowElement>;
  index: number;
  /** Room left for the rows that are not in the page. */
  gap: number;
  row: Row;
  name: string;
  columns: readonly TableColumn<Row>[];
  template: string;
  active: boolean;
  href: string | undefined;
  /** Undefined where rows cannot be selected. */
  selected: boolean | undefined;
  /** Only one row can be selected at a time. */
  single: boolean;
  reason: ReactNode | null;
  note: ReactNode | null;
  /** What the row's menu offers; undefined where rows have none. */
  commands: (() => readonly RowCommand[]) | undefined;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onToggle: () => void;
  onOpen: (() => void) | undefined;
}

const isControl = (target: EventTarget) => target instanceof Element && target.closest('a, button, input') !== null;

/** What stands before a value that is not under its heading. */
const labelOf = (header: string) => (header.endsWith('?') ? header : `${header}:`);

const ONE_WORD = /^[^\s\u00AD]+$/;
export function TableRow<Row>(props: TableRowProps<Row>) {
  const {
    ref,
    index,
    gap,
    row,
    name,
    columns,
    template,
    active,
    href,
    selected,
    single,
    reason,
    note,
    commands,
    onFocus,
    onKeyDown,
    onToggle,
    onOpen,
  } = props;
  const styles = useTableStyles();
  const text = useText();
  const disabled = reason !== null;
  const hasMenu = commands !== undefined;

  // Scrolling and moving the focus make every row again; what stands in it stays.
  const cells = useMemo(
    () =>
      columns.map((column, position) => {
        const said = column.cell(row);
        const isLongName = typeof said === 'string' && said.length > SHORT && ONE_WORD.test(said);
        const content = isLongName ? <NameInParts name={said} /> : said;
        return (
          <td
            key={column.id}
            data-cell={position > 0 || href === undefined ? '' : undefined}
            data-label={position > 0 ? labelOf(column.header) : undefined}
            className={mergeClasses(
              styles.cell,
              position === 0 ? styles.nameCell : styles.labelled,
              position === 0 && hasMenu && styles.besideMenu,
              typeof said === 'string' && styles.even,
            )}
          >
            {position === 0 && href !== undefined ? (
              <a href={href} tabIndex={-1} className={styles.link}>
                {content}
              </a>
            ) : (
              content
            )}
          </td>
        );
      }),
    [columns, row, href, hasMenu, styles],
  );

  const menu = useRef<HTMLButtonElement>(null);
  const onContextMenu = (event: MouseEvent) => {
    if (menu.current === null || isControl(event.target)) return;
    event.preventDefault();
    menu.current.click();
  };

  const onClick = (event: MouseEvent) => {
    if (isControl(event.target)) return;
    if (selected !== undefined) onToggle();
    else onOpen?.();
  };

  return (
    // No aria-disabled: it would reach down to what the reason offers.
    <tr
      ref={ref}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      className={mergeClasses(
        styles.row,
        (onOpen !== undefined || selected !== undefined) && styles.opens,
        selected !== undefined && styles.selectable,
        selected === true && styles.selected,
        disabled && styles.disabled,
      )}
      style={{ gridTemplateColumns: template, marginTop: gap }}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onContextMenu={onContextMenu}
    >
      {selected !== undefined && (
        <td className={styles.check}>
          <input
            type={single ? 'radio' : 'checkbox'}
            tabIndex={-1}
            className={styles.checkbox}
            aria-label={text(messages.selectRow, { name })}
            checked={selected}
            disabled={disabled}
            onChange={onToggle}
          />
        </td>
      )}
      {cells}
      {commands !== undefined && (
        <td className={styles.menu}>
          <RowMenu ref={menu} rowName={name} active={active} commands={commands} />
        </td>
      )}
      {(reason ?? note) !== null && (
        <td data-cell="" className={styles.reason}>
          {reason ?? note}
        </td>
      )}
    </tr>
  );
}
