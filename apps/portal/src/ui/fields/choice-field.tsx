import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  /** Fluent greys what is not chosen, as lists and other fields grey what cannot be. */
  free: { color: tokens.colorNeutralForeground1 },
  reason: { color: tokens.colorNeutralForeground2 },
});

interface ChoiceFieldProps<T extends string> {
  label: string;
  /** Null: none is chosen yet. */
  value: T | null;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string; explanation?: string; /** Why it cannot be chosen now. */ reason?: string | undefined }[];
}

/** One of a few values, all in sight. */
export function ChoiceField<T extends string>({ label, value, onChange, options }: ChoiceFieldProps<T>) {
  const styles = useStyles();
  const choose = (chosen: string) => {
    const option = options.find(({ value }) => value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <Field label={label}>
      <RadioGroup value={value ?? ''} onChange={(_, data) => choose(data.value)}>
        {options.map(({ value, label, explanation, reason }) => (
          <Radio
            key={value}
            value={value}
            disabled={reason !== undefined}
            label={
              <span className={reason === undefined ? styles.free : undefined}>
                {label}
                {explanation !== undefined && <div>{explanation}</div>}
                {reason !== undefined && <div className={styles.reason}>{reason}</div>}
              </span>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
