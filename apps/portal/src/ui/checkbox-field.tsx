import { Checkbox, Field, type CheckboxProps } from '@fluentui/react-components';

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
