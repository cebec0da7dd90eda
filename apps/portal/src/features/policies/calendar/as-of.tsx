import { dateOf, dayOf, type Day } from '@tresor/retention';
import { useState } from 'react';
import { twoDigits } from '../../../language/two-digits';
import { useText } from '../../../language/use-text';
import { PlainButton } from '../../../ui/actions/buttons';
import { DateField } from '../../../ui/fields/fields';
import { useCalendarStyles } from './calendar.styles';
import { messages } from './messages';

interface AsOfProps {
  today: Day;
  last: Day;
  day: Day;
  onChange: (day: Day) => void;
}

const isoOf = (day: Day) => {
  const { year, month, date } = dateOf(day);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`;
};

const JUMPS = [
  { months: 1, message: messages.inMonths, count: 1 },
  { months: 12, message: messages.inYears, count: 1 },
  { months: 60, message: messages.inYears, count: 5 },
  { months: 120, message: messages.inYears, count: 10 },
] as const;

/** The day on which the points are counted. */
export function AsOf({ today, last, day, onChange }: AsOfProps) {
  const styles = useCalendarStyles();
  const text = useText();
  // While a year is typed, the field has days of the years 2 and 20.
  const [outside, setOutside] = useState<string | null>(null);
  const choose = (wanted: Day) => {
    setOutside(null);
    onChange(wanted);
  };
  const enter = (typed: string) => {
    const [year = 0, month = 0, date = 0] = typed.split('-').map(Number);
    const wanted = dayOf(year, month, date);
    if (wanted >= today && wanted <= last) choose(wanted);
    else setOutside(typed);
  };
  const { year, month, date } = dateOf(today);
  return (
    <>
      <DateField
        style={{ maxWidth: '220px' }}
        label={text(messages.asOf)}
        hint={text(messages.asOfHint)}
        value={outside ?? isoOf(day)}
        error={outside === null ? undefined : text(messages.asOfWrong)}
        min={isoOf(today)}
        max={isoOf(last)}
        onChange={(_, { value }) => enter(value)}
      />
      <fieldset className={styles.jumps}>
        <legend className="visually-hidden">{text(messages.jump)}</legend>
        {JUMPS.map(({ months, message, count }) => (
          <PlainButton key={months} onClick={() => choose(Math.min(last, dayOf(year, month + months, date)))}>
            {text(message, { count })}
          </PlainButton>
        ))}
      </fieldset>
    </>
  );
}
