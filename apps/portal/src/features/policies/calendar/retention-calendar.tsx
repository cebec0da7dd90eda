import { mergeClasses } from '@fluentui/react-components';
import { dateOf, dayOf, existingAt, localDay, momentOf, type Day, type Plan, type Point } from '@tresor/retention';
import { useMemo, useState } from 'react';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { useNow } from '../../../language/use-now';
import { AsOf } from './as-of';
import { type CalendarFormat, useCalendarFormat } from './calendar-format';
import { byDay, byKeeper, byMonth, KEEPERS, whyKept } from './calendar-model';
import { useCalendarStyles, useKeeperColors } from './calendar.styles';
import { DayGrid } from './day-grid';
import { keeperCounts, keeperLetters, keeperNames, messages } from './messages';
import { MonthGrid } from './month-grid';
import { horizonOf, useForecast } from './use-forecast';
import { ResourceTable } from '../../../ui/table/resource-table';
import type { TableColumn } from '../../../ui/table/table-types';

/** Which recovery points there would be on any day of ten years, why each is kept, and until when. `plan` is null while there is none. */
export default function RetentionCalendar({ plan: wanted }: { plan: Plan | null }) {
  const styles = useCalendarStyles();
  const text = useText();
  const now = useNow();
  const forecast = useForecast(wanted, now);
  return (
    <>
      <p className={styles.quiet}>{text(messages.explanation)}</p>
      {forecast === undefined ? (
        <p className={styles.line}>{text(wanted === null ? messages.notYet : messages.counting)}</p>
      ) : (
        <>
          {wanted === null && <p className={styles.line}>{text(messages.outdated)}</p>}
          <Picture {...forecast} now={now} />
        </>
      )}
    </>
  );
}

interface PointsOfDayProps {
  format: CalendarFormat;
  plan: Plan;
  day: Day;
  points: readonly Point[];
  moment: number;
}

/** Why there is a point of a day, and until when. */
function PointsOfDay({ format, plan, day, points, moment }: PointsOfDayProps) {
  const styles = useCalendarStyles();
  const text = useText();
  const name = format.day(day);
  return (
    <div aria-live="polite">
      <h4 className={styles.heading}>{text(messages.pointsOf, { day: name })}</h4>
      {points.length === 0 && <p className={styles.line}>{text(messages.noPoint, { day: name })}</p>}
      {points.map((point) => (
        <div key={point.at} className={styles.point}>
          <div>{text(messages.taken, { moment: format.moment(point.at) })}</div>
          <ul className={styles.line}>
            {whyKept(plan, point, moment).map(({ keeper, until }) => (
              <li key={keeper}>{text(messages.until, { keeper: text(keeperNames[keeper]), moment: format.moment(until) })}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** The same as the picture, in words: every point with its reason and its end. */
function PointsTable({ format, points }: { format: CalendarFormat; points: readonly Point[] }) {
  const text = useText();
  const columns = useMemo<TableColumn<Point>[]>(() => {
    const column = (id: string, header: string, read: (point: Point) => string) => ({ id, header, cell: read, text: read });
    return [
      { ...column('taken', text(messages.takenAt), ({ at }) => format.moment(at)), order: ({ at }) => at },
      column('why', text(messages.why), ({ keeper }) => text(keeperNames[keeper])),
      { ...column('until', text(messages.keptUntil), ({ until }) => format.moment(until)), order: ({ until }) => until },
    ];
  }, [text, format]);
  return (
    <ResourceTable
      label={text(messages.tableLabel)}
      filterLabel={text(messages.filter)}
      rows={points}
      columns={columns}
      rowKey={({ at }) => String(at)}
      rowName={({ at }) => format.moment(at)}
      empty={text(messages.empty)}
      short
    />
  );
}

function Picture({ plan, points, now }: { plan: Plan; points: readonly Point[]; now: number }) {
  const styles = useCalendarStyles();
  const text = useText();
  const { zone } = plan.recurrence;
  const format = useCalendarFormat(zone);
  const today = localDay(zone, now);
  const { year, month, date } = dateOf(today);
  const [asOf, setAsOf] = useState<Day>(() => dayOf(year + 1, month, date));
  const [chosen, setChosen] = useState<Day>(asOf);
  const last = localDay(zone, horizonOf(now));

  // What there is when the day is over.
  const moment = momentOf(zone, asOf + 1, 0) - 1;
  const existing = useMemo(() => existingAt(points, moment), [points, moment]);
  const cell = useMemo(() => byMonth(existing, zone), [existing, zone]);
  const days = useMemo(() => byDay(existing, zone), [existing, zone]);
  const choose = (day: Day) => setChosen(Math.max(dayOf(year, 1, 1), Math.min(day, dayOf(dateOf(last).year, 12, 31))));
  const lookAt = (day: Day) => {
    setAsOf(day);
    choose(day);
  };

  return (
    <>
      <AsOf today={today} last={last} day={asOf} onChange={lookAt} />
      <Sum existing={existing} day={asOf} format={format} />
      <Legend />
      <p className={styles.quiet}>{text(messages.monthsHint)}</p>
      <MonthGrid
        format={format}
        first={year}
        last={Math.max(dateOf(asOf).year, dateOf(chosen).year)}
        cell={cell}
        chosen={dateOf(chosen)}
        onChoose={(target) => choose(dayOf(target.year, target.month, 1))}
      />
      <h4 className={styles.heading}>{format.month(chosen)}</h4>
      <DayGrid format={format} points={days} chosen={chosen} onChoose={choose} />
      <PointsOfDay format={format} plan={plan} day={chosen} points={days.get(chosen) ?? []} moment={moment} />
      <details className={styles.details}>
        <summary className={styles.summary}>{text(messages.table)}</summary>
        <PointsTable format={format} points={existing} />
      </details>
    </>
  );
}

function Sum({ existing, day, format }: { existing: readonly Point[]; day: Day; format: CalendarFormat }) {
  const styles = useCalendarStyles();
  const text = useText();
  const { list } = useFormat();
  const parts = byKeeper(existing).map(({ keeper, count }) => text(messages.part, { count, keeper: text(keeperCounts[keeper]) }));
  return (
    <p aria-live="polite" className={styles.line}>
      {text(messages.sum, { day: format.day(day), count: existing.length, parts: list(parts) })}
    </p>
  );
}

function Legend() {
  const styles = useCalendarStyles();
  const colors = useKeeperColors();
  const text = useText();
  return (
    <ul aria-label={text(messages.legend)} className={styles.legend}>
      {KEEPERS.map((keeper) => (
        <li key={keeper}>
          <span className={mergeClasses(styles.sign, colors[keeper])}>{text(keeperLetters[keeper])}</span>
          {text(keeperNames[keeper])}
        </li>
      ))}
    </ul>
  );
}
