import { existingAt, type Plan } from '@tresor/retention';
import { useText } from '../../../language/use-text';
import { useNow } from '../../../language/use-now';
import { HORIZON_YEARS, useForecast } from '../calendar/use-forecast';
import { messages } from '../messages';
import { NumberTable } from './number-table';

const monthsLater = (from: number, months: number) => {
  const date = new Date(from);
  return date.setUTCMonth(date.getUTCMonth() + months);
};

/** How many points there would be by the present policy and by the changed one, at some days to come. */
export function ComingPoints({ before, after }: { before: Plan; after: Plan | null }) {
  const text = useText();
  const now = useNow();
  const present = useForecast(before, now)?.points;
  const changed = useForecast(after, now)?.points;
  if (present === undefined || changed === undefined) return null;
  const moments = [
    { name: text(messages.inMonth), months: 1 },
    ...[1, 5, HORIZON_YEARS].map((count) => ({ name: text(messages.inYears, { count }), months: count * 12 })),
  ];
  return (
    <NumberTable
      caption={text(messages.comingPoints)}
      columns={[text(messages.when), text(messages.before), text(messages.after)]}
      rows={moments.map(({ name, months }) => {
        const moment = monthsLater(now, months);
        return { name, numbers: [existingAt(present, moment).length, existingAt(changed, moment).length] };
      })}
    />
  );
}
