import type { Day, Plan, Point } from '@tresor/retention';
import { useText } from '../../../language/use-text';
import type { CalendarFormat } from './calendar-format';
import { whyKept } from './calendar-model';
import { useCalendarStyles } from './calendar.styles';
import { keeperNames, messages } from './messages';

interface PointsOfDayProps {
  format: CalendarFormat;
  plan: Plan;
  day: Day;
  points: readonly Point[];
  moment: number;
}

/** Why there is a point of a day, and until when. */
export function PointsOfDay({ format, plan, day, points, moment }: PointsOfDayProps) {
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
