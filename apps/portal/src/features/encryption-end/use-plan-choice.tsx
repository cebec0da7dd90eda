import type { ReactNode } from 'react';
import { utcDayOf } from '../../language/day-of';
import { useText } from '../../language/use-text';
import { useNow } from '../../language/use-now';
import { SelectField, TextField } from '../../ui/fields/fields';
import { useAddressChoice } from '../../ui/fields/use-address-choice';
import { messages } from './messages';

const PACES = [1, 2, 5, 10, 20, 50, 100];
const USUAL = 5;

export interface PlanChoice {
  /** Milliseconds. */
  from: number;
  perWeek: number;
  fields: ReactNode;
}

/** From when on, and how many machines a week: both stand in the address, so that a link shows the same plan. */
export function usePlanChoice(): PlanChoice {
  const text = useText();
  const today = utcDayOf(useNow());
  const [asked, setFrom] = useAddressChoice('from');
  const [askedPace, setPace] = useAddressChoice('pace');
  const perWeek = PACES.includes(Number(askedPace)) ? Number(askedPace) : USUAL;
  const isDay = !Number.isNaN(Date.parse(asked)) && asked >= today;
  return {
    from: Date.parse(`${isDay ? asked : today}T00:00:00Z`),
    perWeek,
    fields: (
      <>
        <TextField
          label={text(messages.from)}
          type="date"
          min={today}
          value={asked || today}
          error={asked === '' || isDay ? undefined : text(messages.fromWrong)}
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
