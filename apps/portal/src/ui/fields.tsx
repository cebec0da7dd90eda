import { Checkbox, Field, Input, Select, type CheckboxProps, type InputProps, type SelectProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';

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
export function TextField({ label, hint, error, required, ...input }: FieldWords & Omit<InputProps, 'required' | 'size'>) {
  return (
    <Field {...fieldProps({ label, hint, error, ...(required !== undefined && { required }) })}>
      <Input {...input} />
    </Field>
  );
}

export interface SelectOption {
  value: string;
  label: string;
  /** Why this option cannot be chosen; it stays visible, with the reason. */
  reason?: string | undefined;
}

interface SelectFieldProps extends FieldWords, Omit<SelectProps, 'required' | 'size' | 'children'> {
  /** Where the label stands; above unless told. */
  orientation?: 'horizontal' | 'vertical';
  options: readonly SelectOption[];
}

/** A native drop-down; takes what react-hook-form's `register` answers. */
export function SelectField({ label, hint, error, required, options, orientation = 'vertical', ...select }: SelectFieldProps) {
  return (
    <Field orientation={orientation} {...fieldProps({ label, hint, error, ...(required !== undefined && { required }) })}>
      <Select {...select}>
        {options.map(({ value, label, reason }) => (
          <option key={value} value={value} disabled={reason !== undefined}>
            {reason === undefined ? label : `${label} – ${reason}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface CheckboxFieldProps extends Omit<CheckboxProps, 'label' | 'size' | 'shape'> {
  label: string;
  reason?: string | undefined;
}

export function CheckboxField({ label, reason, ...checkbox }: CheckboxFieldProps) {
  return (
    <Field {...(reason !== undefined && { hint: reason })}>
      <Checkbox {...checkbox} label={label} disabled={reason !== undefined || checkbox.disabled === true} />
    </Field>
  );
}
