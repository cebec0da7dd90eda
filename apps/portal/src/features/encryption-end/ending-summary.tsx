import { copySeconds, DISK_ENCRYPTION_RETIRES, hasDiskEncryptionEnded, MIGRATE_ENCRYPTION, neededPerWeek } from '@tresor/support-matrix';
import { ListNote } from '../../azure/estate/list-note';
import { utcDayOf } from '../../language/day-of';
import { SourceLine } from '../../ui/feedback/source-line';
import { daysUntil } from '../../language/days-until';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { Disclosure } from '../../ui/layout/disclosure';
import type { EndingRow } from './ending-rows';
import { messages } from './messages';

const HOUR = 3_600;

interface EndingSummaryProps {
  /** The machines of the plan, in its order. */
  plan: readonly EndingRow[];
  from: number;
  perWeek: number;
  now: number;
}

/** When Azure Disk Encryption ends, whether the plan is in time, and on what it rests. */
export function EndingSummary({ plan, from, perWeek, now }: EndingSummaryProps) {
  const text = useText();
  const format = useFormat();
  const isOver = hasDiskEncryptionEnded(now);
  const days = daysUntil(DISK_ENCRYPTION_RETIRES, now);
  const date = format.date(`${DISK_ENCRYPTION_RETIRES}T12:00`);
  const count = plan.length;
  const last = plan.at(-1)?.planned;
  const late = plan.filter(({ planned }) => planned?.inTime === false).length;
  const needed = neededPerWeek(count, from);
  const gib = plan.reduce((sum, { end, totalGiB }) => sum + (end.class === 'movable' ? (totalGiB ?? 0) : 0), 0);
  return (
    <ListNote
      label={text(messages.toHeed)}
      heeded={
        <>
          <p>{isOver ? text(messages.over, { date, count }) : text(messages.countdown, { date, days, count })}</p>
          {last && (
            <p>
              {text(messages.ends, { perWeek, date: format.date(`${utcDayOf(last.week)}T12:00`) })}{' '}
              {late > 0 && !isOver && `${text(messages.endsLate, { late })} `}
              {!isOver && (needed === null ? text(messages.neededNone) : text(messages.needed, { needed }))}
            </p>
          )}
        </>
      }
    >
      <p>{text(messages.noPlace)}</p>
      <p>{text(messages.cannotSee)}</p>
      <Disclosure label={text(messages.basis)} name={text(messages.basis)}>
        <p>{text(messages.orderBasis)}</p>
        <p>{text(messages.effortBasis, { gib, hours: Math.ceil(copySeconds(gib) / HOUR) })}</p>
        <p>{text(messages.whatIsShown)}</p>
      </Disclosure>
      <SourceLine source={MIGRATE_ENCRYPTION} />
    </ListNote>
  );
}
