import { mergeClasses } from '@fluentui/react-components';
import { dayOf } from '@tresor/retention';
import { useCallback } from 'react';
import { useText } from '../../../language/use-text';
import type { CalendarFormat } from './calendar-format';
import type { Cell } from './calendar-model';
import { useCalendarStyles, useKeeperColors } from './calendar.styles';
import { useGridKeys } from './grid-keys';
import { keeperLetters, keeperNames, messages } from './messages';

interface MonthName {
  year: number;
  month: number;
}

interface MonthGridProps {
  format: CalendarFormat;
  first: number;
  last: number;
  cell: (year: number, month: number) => Cell | undefined;
  chosen: MonthName;
  onChoose: (month: MonthName) => void;
}

const MONTHS_OF_YEAR = Array.from({ length: 12 }, (_, index) => index + 1);

/** Years as rows, months as columns: how many points of each month there are. */
export function MonthGrid({ format, first, last, cell, chosen, onChoose }: MonthGridProps) {
  const styles = useCalendarStyles();
  const text = useText();
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const move = useCallback(
    (cells: number) => {
      const target = chosen.year * 12 + chosen.month - 1 + cells;
      const next = { year: Math.floor(target / 12), month: (target % 12) + 1 };
      const isInside = next.year >= first && next.year <= last;
      if (isInside) onChoose(next);
      return isInside;
    },
    [chosen, first, last, onChoose],
  );
  const { ref, onKeyDown } = useGridKeys(12, move);
  return (
    <table role="grid" ref={ref} className={styles.grid} aria-label={text(messages.months)} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.year)}>
            <span className="visually-hidden">{text(messages.year)}</span>
          </th>
          {MONTHS_OF_YEAR.map((month) => (
            <th key={month} scope="col" className={styles.head}>
              {format.shortMonth(dayOf(first, month, 1))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year}>
            <th scope="row" className={styles.head}>
              {year}
            </th>
            {MONTHS_OF_YEAR.map((month) => (
              <td key={month} className={styles.place}>
                <MonthCell
                  name={format.month(dayOf(year, month, 1))}
                  cell={cell(year, month)}
                  isChosen={year === chosen.year && month === chosen.month}
                  onClick={() => onChoose({ year, month })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface MonthCellProps {
  name: string;
  cell: Cell | undefined;
  isChosen: boolean;
  onClick: () => void;
}

function MonthCell({ name, cell, isChosen, onClick }: MonthCellProps) {
  const styles = useCalendarStyles();
  const colors = useKeeperColors();
  const text = useText();
  const label =
    cell === undefined
      ? text(messages.monthCell, { month: name, count: 0 })
      : text(messages.monthCellKept, { month: name, count: cell.count, keeper: text(keeperNames[cell.keeper]) });
  return (
    <button
      type="button"
      className={mergeClasses(styles.cell, cell && colors[cell.keeper], isChosen && styles.chosen)}
      tabIndex={isChosen ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {cell === undefined ? '·' : `${cell.count} ${text(keeperLetters[cell.keeper])}`}
    </button>
  );
}
