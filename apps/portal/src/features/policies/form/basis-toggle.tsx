import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useText } from '../../../i18n/use-text';
import { fieldId, useFault } from './fault-context';
import { messages } from '../messages';

const useStyles = makeStyles({
  toggle: { display: 'inline-flex', margin: 0, padding: 0, border: 0 },
  option: {
    position: 'relative',
    padding: '4px 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    cursor: 'pointer',
    ':focus-within': { outline: `2px solid ${tokens.colorCompoundBrandStroke}` },
  },
  chosen: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', color: 'HighlightText', backgroundColor: 'Highlight' },
  },
  unavailable: { color: tokens.colorNeutralForeground2, cursor: 'not-allowed' },
  radio: { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'inherit' },
  note: { marginTop: '4px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  error: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
});

interface BasisToggleProps {
  level: 'monthly' | 'yearly';
  value: 'week' | 'day';
  /** A weekly schedule leaves only the week based way. */
  isWeekly: boolean;
  onChange: (next: 'week' | 'day') => void;
}

/** Week Based | Day Based. */
export function BasisToggle({ level, value, isWeekly, onChange }: BasisToggleProps) {
  const styles = useStyles();
  const text = useText();
  const fault = useFault(`${level}.basis`);
  const options = [
    { basis: 'week', label: text(messages.weekBased), disabled: false },
    { basis: 'day', label: text(messages.dayBased), disabled: isWeekly },
  ] as const;
  return (
    <>
      <fieldset id={fieldId(`${level}.basis`)} className={styles.toggle}>
        <legend className="visually-hidden">{text(messages.basis)}</legend>
        {options.map(({ basis, label, disabled }) => (
          <label
            key={basis}
            className={mergeClasses(styles.option, value === basis && styles.chosen, disabled && value !== basis && styles.unavailable)}
          >
            <input
              type="radio"
              className={styles.radio}
              name={fieldId(`${level}.basis`)}
              checked={value === basis}
              disabled={disabled}
              onChange={() => onChange(basis)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {isWeekly && <div className={styles.note}>{text(messages.dayBasedImpossible)}</div>}
      {fault !== undefined && <div className={styles.error}>{fault}</div>}
    </>
  );
}
