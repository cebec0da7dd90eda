import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useText } from '../../../language/use-text';
import { palette } from '../../../theme/theme';
import { fieldId } from './fault-context';
import { messages } from '../messages';
import type { FormField } from './policy-form';
import type { ShownFault } from './use-form-faults';

const useStyles = makeStyles({
  box: { margin: '8px 0 14px', padding: '12px', border: `1px solid ${palette.tresorError}`, borderLeftWidth: '4px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { margin: '6px 0 0', padding: 0, listStyleType: 'none' },
  link: {
    padding: 0,
    color: tokens.colorBrandForegroundLink,
    backgroundColor: 'transparent',
    border: 'none',
    font: 'inherit',
    textAlign: 'left',
    textDecorationLine: 'underline',
    cursor: 'pointer',
  },
});

/** Goes to the field, or to the first control of a group of fields. */
function goTo(field: FormField) {
  const place = document.getElementById(fieldId(field));
  const control = place?.matches('input, select') === true ? place : place?.querySelector<HTMLElement>('summary, input, select, button');
  (control ?? place)?.focus();
}

/** Everything that is wrong with the form in one place, each entry leading to its field. */
export function FaultSummary({ faults }: { faults: readonly ShownFault[] }) {
  const styles = useStyles();
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.box}>
      <h3 className={styles.title}>{text(messages.summaryTitle, { count: faults.length })}</h3>
      <ul className={styles.list}>
        {faults.map(({ field, words }) => (
          <li key={`${field} ${words}`}>
            <button type="button" className={styles.link} onClick={() => goTo(field)}>
              {text(messages.summaryEntry, { place: text(messages[placeOf(field)]), words })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Place<Field extends string> = Field extends `${infer First}.${string}` ? First : Field;

const PLACES = {
  name: 'name',
  kind: 'kind',
  timeZone: 'timeZone',
  frequency: 'frequency',
  time: 'time',
  everyHours: 'everyHours',
  forHours: 'forHours',
  scheduleDays: 'days',
  snapshotDays: 'snapshotDays',
  retention: 'retentionHeading',
  daily: 'dailyPoint',
  weekly: 'weeklyPoint',
  monthly: 'monthlyPoint',
  yearly: 'yearlyPoint',
} as const satisfies Record<Place<FormField>, keyof typeof messages>;

const isPlace = (name: string): name is keyof typeof PLACES => Object.hasOwn(PLACES, name);

function placeOf(field: FormField) {
  const [first = ''] = field.split('.');
  return PLACES[isPlace(first) ? first : 'retention'];
}
