import { MONTHS, WEEKDAYS } from '@tresor/retention';
import { useFormContext, useWatch } from 'react-hook-form';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import { useText } from '../../../language/use-text';
import { MONTH_NAMES, WEEKDAY_NAMES } from '../calendar-words';
import { fieldId, useFault } from './fault-context';
import { LevelSection, useSectionStyles } from './level-section';
import { messages } from '../messages';
import { MonthDayFields } from './month-day-fields';
import { MultiChoice } from './multi-choice';

/** The four retention levels of a new policy. */
export function RetentionFields() {
  const styles = useSectionStyles();
  const text = useText();
  const { setValue } = useFormContext<PolicyForm>();
  const [frequency, weekDays, months] = useWatch<PolicyForm, ['frequency', 'weekly.days', 'yearly.months']>({
    name: ['frequency', 'weekly.days', 'yearly.months'],
  });
  const fault = useFault('retention');
  const isWeekly = frequency === 'weekly';

  return (
    <div id={fieldId('retention')}>
      <h3 className={styles.heading}>{text(messages.retentionHeading)}</h3>
      {fault !== undefined && <div className={styles.error}>{fault}</div>}
      {isWeekly ? <p>{text(messages.dailyImpossible)}</p> : <LevelSection level="daily" lockedReason={text(messages.dailyLocked)} />}
      <LevelSection level="weekly" lockedReason={isWeekly ? text(messages.weeklyLocked) : undefined}>
        <MultiChoice
          field="weekly.days"
          label={text(messages.on)}
          choices={WEEKDAYS}
          name={(day) => text(WEEKDAY_NAMES[day])}
          value={weekDays}
          onChange={(days) => setValue('weekly.days', days)}
        />
      </LevelSection>
      <LevelSection level="monthly">
        <MonthDayFields level="monthly" />
      </LevelSection>
      <LevelSection level="yearly">
        <MonthDayFields level="yearly">
          <MultiChoice
            field="yearly.months"
            label={text(messages.inMonths)}
            choices={MONTHS}
            name={(month) => text(MONTH_NAMES[month])}
            value={months}
            onChange={(months) => setValue('yearly.months', months)}
          />
        </MonthDayFields>
      </LevelSection>
    </div>
  );
}
