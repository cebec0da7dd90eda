import { Field, Input, makeStyles, mergeClasses, Select, type InputProps, type SelectProps } from '@fluentui/react-components';
import type { ComponentProps, ReactNode, RefCallback } from 'react';
import { useFormat } from '../../language/use-format';

interface FieldWords {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the entry, in words. */
  error?: string | undefined;
  required?: boolean;
}

const fieldProps = ({ label, hint, error, required = false }: FieldWords) => ({
  label,
  required,
  ...(hint !== undefined && { hint: <>{hint}</> }),
  ...(error !== undefined && { validationMessage: error, validationState: 'error' as const }),
});

/** Takes what react-hook-form's `register` answers. */
export function TextField({
  label,
  hint,
  error,
  required,
  ...input
}: FieldWords & Omit<InputProps, 'required' | 'size'> & { ref?: RefCallback<HTMLInputElement> | undefined }) {
  return (
    <Field {...fieldProps({ label, hint, error, ...(required !== undefined && { required }) })}>
      <Input {...input} />
    </Field>
  );
}

interface DateFieldProps extends Omit<ComponentProps<typeof TextField>, 'type' | 'value'> {
  value: string;
  withTime?: boolean;
}

/** A native field shows a day as the browser writes it, 12/01/2026 in a German portal, too: below it stands which one that is. */
export function DateField({ value, withTime = false, hint, ...field }: DateFieldProps) {
  const words = useFormat().dayInWords(value);
  return (
    <TextField
      {...field}
      type={withTime ? 'datetime-local' : 'date'}
      value={value}
      {...(words === undefined
        ? { hint }
        : {
            hint: (
              <>
                <div>{words}</div>
                {hint}
              </>
            ),
          })}
    />
  );
}

interface SelectOption {
  value: string;
  label: string;
  /** Why this option cannot be chosen; it stays visible, with the reason. */
  reason?: string | undefined;
}

interface SelectFieldProps extends FieldWords, Omit<SelectProps, 'required' | 'size' | 'children'> {
  /** Where the label stands; above unless told. */
  orientation?: 'horizontal' | 'vertical';
  options: readonly SelectOption[];
  /** How long options are that come with what is still read: the field is as wide before as after. */
  lateOptions?: 'short' | 'long';
}

/** Wider only for what is chosen, which is known from the start; on a telephone it takes the line that it has. */
const asWideAs = (width: string) => ({
  width,
  '@supports (field-sizing: content)': {
    '@media (min-width: 640px)': { fieldSizing: 'content' as const, width: 'auto', minWidth: width },
  },
});

const useStyles = makeStyles({
  /* A drop-down is as wide as its longest option unless it may shrink. */
  shrinks: { minWidth: 0, '& select': { textOverflow: 'ellipsis' } },
  short: { '& select': asWideAs('13.5em') },
  long: { '& select': asWideAs('15em') },
  /* Fluent gives a third of the width to the label, however short it is, and the drop-down runs over what follows. */
  besides: { gridTemplateColumns: 'max-content minmax(0, 1fr)' },
});

/** A native drop-down; takes what react-hook-form's `register` answers. */
export function SelectField({ label, hint, error, required, options, orientation = 'vertical', lateOptions, ...select }: SelectFieldProps) {
  const styles = useStyles();
  return (
    <Field
      orientation={orientation}
      {...(orientation === 'horizontal' && { className: styles.besides })}
      {...fieldProps({ label, hint, error, ...(required !== undefined && { required }) })}
    >
      <Select {...select} root={{ className: mergeClasses(styles.shrinks, lateOptions && styles[lateOptions]) }} className={styles.shrinks}>
        {options.map(({ value, label, reason }) => (
          <option key={value} value={value} disabled={reason !== undefined}>
            {reason === undefined ? label : `${label} – ${reason}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}
