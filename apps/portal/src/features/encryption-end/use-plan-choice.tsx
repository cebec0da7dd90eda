import type { ReactNode } from 'react';
import { utcDayOf } from '../../language/day-of';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { useNow } from '../../language/use-now';
import { DateField, SelectField } from '../../ui/fields/fields';
import { useAddressChoice } from '../../ui/fields/use-address-choice';
import { messages } from './messages';

const PACES = [1, 2, 5, 10, 20, 50, 100];
const USUAL = 5;
const MOST_YEARS = 10;
const DAY = /^\d{4}-\d\d-\d\d$/;

interface PlanChoice {
  /** Milliseconds. */
  from: number;
  perWeek: number;
  fields: ReactNode;
}

/** From when on, and how many machines a week: both stand in the address, so that a link shows the same plan. */
export function usePlanChoice(): PlanChoice {
  const text = useText();
  const format = useFormat();
  const today = utcDayOf(useNow());
  const [asked, setFrom] = useAddressChoice('from');
  const [askedPace, setPace] = useAddressChoice('pace');
  const perWeek = PACES.includes(Number(askedPace)) ? Number(askedPace) : USUAL;
  const last = `${Number(today.slice(0, 4)) + MOST_YEARS}-12-31`;
  const isDay = DAY.test(asked) && !Number.isNaN(Date.parse(asked)) && asked >= today && asked <= last;
  return {
    from: Date.parse(`${isDay ? asked : today}T00:00:00Z`),
    perWeek,
    fields: (
      <>
        <DateField
          label={text(messages.from)}
          min={today}
          max={last}
          value={asked || today}
          error={asked === '' || isDay ? undefined : text(messages.fromWrong, { last: format.date(last) })}
          onChange={(_, { value }) => setFrom(value)}
        />
        <SelectField
          label={text(messages.perWeek)}
          value={String(perWeek)}
          onChange={(_, { value }) => setPace(value)}
          options={PACES.map((pace) => ({ value: String(pace), label: String(pace) }))}
        />
      </>
    ),
  };
}
