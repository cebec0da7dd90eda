import { localDay, momentOf, nextClockChange, nextRun } from '@tresor/retention';
import { recurrenceOf, type ScheduleShape } from '@tresor/support-matrix';
import { useText } from '../../language/use-text';
import { useNow } from '../../language/use-now';
import { offsetLabel } from '../../language/wall-clock';
import { useCalendarFormat } from './calendar/calendar-format';
import { messages } from './messages';

/** When the clocks of a policy's zone change next, and what that does to its backups. */
export function ZoneNote({ schedule, zone }: { schedule: ScheduleShape; zone: string }) {
  const text = useText();
  const now = useNow();
  const format = useCalendarFormat(zone);
  const change = nextClockChange(zone, now);
  if (change === undefined) return <p>{text(messages.noClockChange)}</p>;
  const day = localDay(zone, change.at);
  const run = nextRun(recurrenceOf(schedule, zone), momentOf(zone, day, 0) - 1);
  const runWords = (at: number) => {
    if (localDay(zone, at) !== day) return messages.runAfterThatDay;
    return schedule.frequency === 'hourly' ? messages.firstRunThatDay : messages.runThatDay;
  };
  return (
    <>
      <p>
        {text(messages.clockChange, {
          day: format.day(day),
          before: offsetLabel(zone, change.at - 1),
          after: offsetLabel(zone, change.at),
        })}
        {run !== undefined && ` ${text(runWords(run.at), { moment: format.moment(run.at) })}`}
      </p>
      <p>{text(messages.clockWarning)}</p>
    </>
  );
}
