import { mergeClasses } from '@fluentui/react-components';
import { dateOf, type Day, type Point } from '@tresor/retention';
import { useCallback } from 'react';
import { useText } from '../../../language/use-text';
import type { CalendarFormat } from './calendar-format';
import { byKeeper, weeksOf } from './calendar-model';
import { useCalendarStyles, useKeeperColors } from './calendar.styles';
import { useGridKeys } from './grid-keys';
import { keeperLetters, keeperNames, messages } from './messages';

interface DayGridProps {
  format: CalendarFormat;
  points: ReadonlyMap<Day, readonly Point[]>;
  chosen: Day;
  /** May lie in another month: its days are shown then. */
  onChoose: (day: Day) => void;
}

/** The days of one month: of which of them there is a point. */
export function DayGrid({ format, points, chosen, onChoose }: DayGridProps) {
  const styles = useCalendarStyles();
  const text = useText();
  const { year, month } = dateOf(chosen);
  const weeks = weeksOf(year, month, format.firstWeekday);
  const move = useCallback(
    (cells: number) => {
      onChoose(chosen + cells);
      return true;
    },
    [chosen, onChoose],
  );
  const { ref, onKeyDown } = useGridKeys(7, move);
  // 4 January 1970 was a Sunday.
  const weekdays = Array.from({ length: 7 }, (_, index) => 3 + format.firstWeekday + index);
  return (
    <table
      role="grid"
      ref={ref}
      className={styles.grid}
      aria-label={text(messages.days, { month: format.month(chosen) })}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day} scope="col" className={styles.head}>
              {format.weekday(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days.find((day) => day !== null)}>
            {days.map((day, place) => (
              <td key={weekdays[place]} className={styles.place}>
                {day !== null && (
                  <DayCell
                    name={format.day(day)}
                    date={dateOf(day).date}
                    points={points.get(day)}
                    isChosen={day === chosen}
                    onClick={() => onChoose(day)}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayCellProps {
  name: string;
  date: number;
  points: readonly Point[] | undefined;
  isChosen: boolean;
  onClick: () => void;
}

function DayCell({ name, date, points = [], isChosen, onClick }: DayCellProps) {
  const styles = useCalendarStyles();
  const colors = useKeeperColors();
  const text = useText();
  const keeper = byKeeper(points)[0]?.keeper;
  const label =
    keeper === undefined
      ? text(messages.dayCell, { day: name })
      : text(messages.dayCellKept, { day: name, count: points.length, keeper: text(keeperNames[keeper]) });
  return (
    <button
      type="button"
      className={mergeClasses(styles.cell, keeper && colors[keeper], isChosen && styles.chosen)}
      tabIndex={isChosen ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {date} {keeper !== undefined && <span className={styles.letter}>{text(keeperLetters[keeper])}</span>}
    </button>
  );
}
