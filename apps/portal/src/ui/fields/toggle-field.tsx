import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';

const useStyles = makeStyles({
  toggle: { display: 'inline-flex', flexWrap: 'wrap', margin: 0, padding: 0, border: 0 },
  legend: { padding: '0 0 4px' },
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
  unavailable: {
    color: tokens.colorNeutralForegroundDisabled,
    backgroundColor: tokens.colorNeutralBackgroundDisabled,
    cursor: 'not-allowed',
    '@media (forced-colors: active)': { color: 'GrayText' },
  },
  radio: { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'inherit' },
  reason: { marginTop: '4px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface ToggleFieldProps<T extends string> {
  id?: string;
  label: string;
  /** For toggles whose place says what they are. */
  hideLabel?: boolean;
  value: T | null;
  options: readonly { value: T; label: string; disabled?: boolean }[];
  /** Why not everything can be chosen; shown below. */
  reason?: string | undefined;
  onChange: (next: T) => void;
}

/** Two or three values side by side, one of them chosen. */
export function ToggleField<T extends string>({ id, label, hideLabel = false, value, options, reason, onChange }: ToggleFieldProps<T>) {
  const styles = useStyles();
  const name = useId();
  const reasonId = useId();
  return (
    <div>
      <fieldset id={id} className={styles.toggle} aria-describedby={reason === undefined ? undefined : reasonId}>
        <legend className={hideLabel ? 'visually-hidden' : styles.legend}>{label}</legend>
        {options.map(({ value: own, label, disabled = false }) => (
          <label
            key={own}
            className={mergeClasses(styles.option, value === own && styles.chosen, disabled && value !== own && styles.unavailable)}
          >
            <input
              type="radio"
              className={styles.radio}
              name={name}
              checked={value === own}
              disabled={disabled}
              onChange={() => onChange(own)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {reason !== undefined && (
        <div id={reasonId} className={styles.reason}>
          {reason}
        </div>
      )}
    </div>
  );
}
