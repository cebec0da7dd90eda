import { makeStyles } from '@fluentui/react-components';
import { useFormContext, useWatch } from 'react-hook-form';
import type { PolicyForm } from '../../drafts/new-policy-draft';
import { useFormat } from '../../i18n/use-format';
import { useText } from '../../i18n/use-text';
import { HALF_HOURS, WEEKDAYS } from '../../time-zones/calendar';
import { useNow } from '../../time-zones/use-now';
import { offsetLabel } from '../../time-zones/wall-clock';
import type * as ZoneTable from '../../time-zones/zone-table';
import { SelectField } from '../../ui/fields';
import { WEEKDAY_NAMES } from './calendar-words';
import { fieldId, useFault } from './fault-context';
import { FormText } from './form-text';
import { useSectionStyles } from './level-section';
import { messages } from './messages';
import { MultiChoice } from './multi-choice';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px 12px', margin: '8px 0' },
});

/** Name, frequency, time and zone of a new policy. */
export function ScheduleFields({ zones }: { zones: typeof ZoneTable }) {
  const styles = useStyles();
  const { heading } = useSectionStyles();
  const text = useText();
  const format = useFormat();
  const { register, setValue } = useFormContext<PolicyForm>();
  const [frequency, scheduleDays, timeZone] = useWatch<PolicyForm, ['frequency', 'scheduleDays', 'timeZone']>({
    name: ['frequency', 'scheduleDays', 'timeZone'],
  });
  const now = useNow();
  const iana = zones.ianaOf(timeZone);

  return (
    <>
      <FormText
        name="name"
        id={fieldId('name')}
        label={text(messages.name)}
        hint={text(messages.nameHint)}
        error={useFault('name')}
        required
        autoComplete="off"
        maxLength={150}
      />
      <h3 className={heading}>{text(messages.frequencyHeading)}</h3>
      <div className={styles.row}>
        <SelectField
          label={text(messages.frequency)}
          options={[
            { value: 'daily', label: text(messages.everyDay) },
            { value: 'weekly', label: text(messages.everyWeek) },
          ]}
          {...register('frequency')}
        />
        {frequency === 'weekly' && (
          <MultiChoice
            field="scheduleDays"
            label={text(messages.days)}
            choices={WEEKDAYS}
            name={(day) => text(WEEKDAY_NAMES[day])}
            value={scheduleDays}
            onChange={(days) => setValue('scheduleDays', days)}
          />
        )}
        <SelectField
          id={fieldId('time')}
          label={text(messages.time)}
          error={useFault('time')}
          options={HALF_HOURS.map((time) => ({ value: time, label: format.timeOfDay(time) }))}
          {...register('time')}
        />
      </div>
      <SelectField
        id={fieldId('timeZone')}
        label={text(messages.timeZone)}
        hint={text(messages.zoneHint)}
        error={useFault('timeZone')}
        options={zones.windowsZones.map((zone) => ({ value: zone, label: zone }))}
        {...register('timeZone')}
      />
      {iana !== null && <p>{text(messages.localTime, { offset: offsetLabel(iana, now), zone: iana })}</p>}
    </>
  );
}
