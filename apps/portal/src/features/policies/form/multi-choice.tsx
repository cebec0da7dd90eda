import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useFormat } from '../../../language/use-format';
import { CheckboxField } from '../../../ui/fields/checkbox-field';
import { fieldId, useFault } from './fault-context';
import type { FormField } from './policy-form';

const useStyles = makeStyles({
  group: { minWidth: '120px', maxWidth: '240px', margin: 0, padding: 0, border: 0 },
  label: { padding: '2px 0 4px', lineHeight: '20px' },
  required: { color: tokens.colorPaletteRedForeground3, paddingLeft: '4px' },
  details: { border: `1px solid ${tokens.colorNeutralStroke1}` },
  summary: {
    minHeight: '30px',
    padding: '5px 10px',
    boxSizing: 'border-box',
    lineHeight: '20px',
    cursor: 'pointer',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}` },
  },
  choices: { display: 'flex', flexDirection: 'column', maxHeight: '240px', overflowY: 'auto' },
  error: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
});

interface MultiChoiceProps<T extends string | number> {
  field: FormField;
  label: string;
  choices: readonly T[];
  name: (choice: T) => string;
  value: readonly T[];
  onChange: (next: T[]) => void;
}

/** A closed list that shows what is chosen and opens to tick several. */
export function MultiChoice<T extends string | number>({ field, label, choices, name, value, onChange }: MultiChoiceProps<T>) {
  const styles = useStyles();
  const format = useFormat();
  const errorId = useId();
  const fault = useFault(field);
  const chosen = choices.filter((choice) => value.includes(choice));
  const toggle = (choice: T) => onChange(choices.filter((each) => (each === choice ? !value.includes(each) : value.includes(each))));

  return (
    <fieldset id={fieldId(field)} className={styles.group}>
      <legend className={styles.label}>
        {label}
        <span aria-hidden className={styles.required}>
          *
        </span>
      </legend>
      <details className={styles.details}>
        <summary className={styles.summary} aria-describedby={fault === undefined ? undefined : errorId}>
          {chosen.length === 0 ? '–' : format.list(chosen.map(name))}
        </summary>
        <div className={styles.choices}>
          {choices.map((choice) => (
            <CheckboxField key={choice} label={name(choice)} checked={value.includes(choice)} onChange={() => toggle(choice)} />
          ))}
        </div>
      </details>
      {fault !== undefined && (
        <div id={errorId} className={styles.error}>
          {fault}
        </div>
      )}
    </fieldset>
  );
}
