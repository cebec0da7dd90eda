import { WEEKDAYS } from '@tresor/retention';
import { makeStyles } from '@fluentui/react-components';
import { HOURLY_LIMITS, POLICY_LIMITS } from '@tresor/support-matrix';
import { useFormContext, useWatch } from 'react-hook-form';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import { twoDigits } from '../../../language/two-digits';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { useEdition } from '../../../kept/edition';
import { useNow } from '../../../language/use-now';
import { offsetLabel } from '../../../language/wall-clock';
import type * as ZoneTable from '../../../language/zone-table';
import { SelectField } from '../../../ui/fields/fields';
import { WEEKDAY_NAMES } from '../calendar-words';
import { fieldId, useFault } from './fault-context';
import { FormText } from './form-text';
import { KindField } from './kind-field';
import { useSectionStyles } from './level-section';
import { messages } from '../messages';
import { MultiChoice } from './multi-choice';
import { ZoneNote } from '../zone-note';
import { useFormSchedule } from './use-form-schedule';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px 12px', margin: '8px 0' },
});

interface ScheduleFieldsProps {
  zones: typeof ZoneTable;
  /** Name and sub type of a policy that is there cannot change. */
  isNew: boolean;
}

/** The times of day at which a backup can start. */
const HALF_HOURS: readonly string[] = Array.from({ length: 48 }, (_, index) => {
  const hour = twoDigits(Math.floor(index / 2));
  return `${hour}:${index % 2 === 0 ? '00' : '30'}`;
});

/** Name, sub type, frequency, time and zone of a policy. */
export function ScheduleFields({ zones, isNew }: ScheduleFieldsProps) {
  const styles = useStyles();
  const { heading } = useSectionStyles();
  const text = useText();
  const format = useFormat();
  const { register, setValue } = useFormContext<PolicyForm>();
  const [kind, frequency, scheduleDays, timeZone] = useWatch<PolicyForm, ['kind', 'frequency', 'scheduleDays', 'timeZone']>({
    name: ['kind', 'frequency', 'scheduleDays', 'timeZone'],
  });
  const schedule = useFormSchedule();
  const nameFault = useFault('name');
  const now = useNow();
  const iana = zones.ianaOf(timeZone);
  const offersHourly = POLICY_LIMITS[useEdition()].kinds.includes('enhanced');
  const needsEnhanced = kind === 'enhanced' ? undefined : text(messages.hourlyNeedsEnhanced);

  return (
    <>
      {isNew && (
        <FormText
          name="name"
          id={fieldId('name')}
          label={text(messages.name)}
          hint={text(messages.nameHint)}
          error={nameFault}
          required
          autoComplete="off"
          maxLength={150}
        />
      )}
      <KindField isNew={isNew} />
      <h3 className={heading}>{text(messages.frequencyHeading)}</h3>
      <div className={styles.row}>
        <SelectField
          id={fieldId('frequency')}
          label={text(messages.frequency)}
          error={useFault('frequency')}
          options={[
            ...(offersHourly || frequency === 'hourly'
              ? [{ value: 'hourly', label: text(messages.everyFewHours), reason: needsEnhanced }]
              : []),
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
          label={text(frequency === 'hourly' ? messages.startTime : messages.time)}
          error={useFault('time')}
          options={HALF_HOURS.map((time) => ({ value: time, label: format.timeOfDay(time) }))}
          {...register('time')}
        />
        {frequency === 'hourly' && <HourlyFields />}
      </div>
      <SelectField
        id={fieldId('timeZone')}
        label={text(messages.timeZone)}
        hint={text(isNew ? messages.zoneProposed : messages.zoneHint)}
        error={useFault('timeZone')}
        options={zones.windowsZones.map((zone) => ({ value: zone, label: zone }))}
        {...register('timeZone')}
      />
      {iana !== null && (
        <>
          <p>{text(messages.localTime, { offset: offsetLabel(iana, now), zone: iana })}</p>
          <details>
            <summary>{text(messages.clockHeading)}</summary>
            <ZoneNote schedule={schedule} zone={iana} />
          </details>
        </>
      )}
    </>
  );
}

/** How often a policy backs up within a day, and for how long. */
function HourlyFields() {
  const text = useText();
  const { register } = useFormContext<PolicyForm>();
  return (
    <>
      <SelectField
        id={fieldId('everyHours')}
        label={text(messages.everyHours)}
        error={useFault('everyHours')}
        options={HOURLY_LIMITS.intervals.map((hours) => ({ value: String(hours), label: text(messages.hours, { count: hours }) }))}
        {...register('everyHours')}
      />
      <FormText
        name="forHours"
        id={fieldId('forHours')}
        label={text(messages.forHours)}
        error={useFault('forHours')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={2}
        style={{ width: '96px' }}
      />
    </>
  );
}
