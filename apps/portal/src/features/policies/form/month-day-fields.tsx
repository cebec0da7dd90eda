import { WEEKDAYS, WEEKS } from '@tresor/retention';
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { MonthDayForm, PolicyForm } from '../../../kept/new-policy-draft';
import { useText } from '../../../language/use-text';
import { WEEK_NAMES, WEEKDAY_NAMES } from '../calendar-words';
import { messages } from '../messages';
import { MultiChoice } from './multi-choice';
import { ToggleField } from '../../../ui/fields/toggle-field';
import { fieldId, useFault } from './fault-context';
import { useSectionStyles } from './level-section';

const DATES = [...Array.from({ length: 28 }, (_, index) => index + 1), 0];

const useStyles = makeStyles({ toggle: { flexBasis: '100%' } });

interface MonthDayFieldsProps {
  level: 'monthly' | 'yearly';
  children?: ReactNode;
}

interface BasisToggleProps {
  level: 'monthly' | 'yearly';
  value: 'week' | 'day';
  /** A weekly schedule leaves only the week based way. */
  isWeekly: boolean;
  onChange: (next: 'week' | 'day') => void;
}

/** Week Based | Day Based. */
function BasisToggle({ level, value, isWeekly, onChange }: BasisToggleProps) {
  const styles = useSectionStyles();
  const text = useText();
  const fault = useFault(`${level}.basis`);
  return (
    <>
      <ToggleField
        id={fieldId(`${level}.basis`)}
        label={text(messages.basis)}
        hideLabel
        value={value}
        onChange={onChange}
        reason={isWeekly ? text(messages.dayBasedImpossible) : undefined}
        options={[
          { value: 'week', label: text(messages.weekBased) },
          { value: 'day', label: text(messages.dayBased), disabled: isWeekly },
        ]}
      />
      {fault !== undefined && <div className={styles.error}>{fault}</div>}
    </>
  );
}

/** Which day of the month is kept: a weekday of a week, or days by their number. */
export function MonthDayFields({ level, children }: MonthDayFieldsProps) {
  const styles = useStyles();
  const text = useText();
  const { setValue } = useFormContext<PolicyForm>();
  const [value, frequency] = useWatch<PolicyForm, ['monthly' | 'yearly', 'frequency']>({ name: [level, 'frequency'] });
  const set = (change: Partial<MonthDayForm>) => setValue(level, { ...value, ...change });

  return (
    <>
      <div className={styles.toggle}>
        <BasisToggle level={level} value={value.basis} isWeekly={frequency === 'weekly'} onChange={(basis) => set({ basis })} />
      </div>
      {children}
      {value.basis === 'week' ? (
        <>
          <MultiChoice
            field={`${level}.weeks`}
            label={text(messages.on)}
            choices={WEEKS}
            name={(week) => text(WEEK_NAMES[week])}
            value={value.weeks}
            onChange={(weeks) => set({ weeks })}
          />
          <MultiChoice
            field={`${level}.days`}
            label={text(messages.day)}
            choices={WEEKDAYS}
            name={(day) => text(WEEKDAY_NAMES[day])}
            value={value.days}
            onChange={(days) => set({ days })}
          />
        </>
      ) : (
        <MultiChoice
          field={`${level}.dates`}
          label={text(messages.dates)}
          choices={DATES}
          name={(date) => (date === 0 ? text(messages.lastDate) : String(date))}
          value={value.dates}
          onChange={(dates) => set({ dates })}
        />
      )}
    </>
  );
}
