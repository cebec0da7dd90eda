import { mergeClasses } from '@fluentui/react-components';
import { dateOf, dayOf, existingAt, localDay, momentOf, type Day, type Plan, type Point } from '@tresor/retention';
import { useMemo, useState } from 'react';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { useNow } from '../../../language/use-now';
import { AsOf } from './as-of';
import { type CalendarFormat, useCalendarFormat } from './calendar-format';
import { byDay, byKeeper, byMonth, KEEPERS } from './calendar-model';
import { useCalendarStyles, useKeeperColors } from './calendar.styles';
import { DayGrid } from './day-grid';
import { keeperCounts, keeperLetters, keeperNames, messages } from './messages';
import { MonthGrid } from './month-grid';
import { PointsOfDay } from './points-of-day';
import { PointsTable } from './points-table';
import { horizonOf, useForecast } from './use-forecast';

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
