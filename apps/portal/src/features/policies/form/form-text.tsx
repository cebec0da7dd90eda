import type { ComponentProps } from 'react';
import { useController } from 'react-hook-form';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import { TextField } from '../../../ui/fields/fields';

type FormTextProps = Omit<ComponentProps<typeof TextField>, 'name' | 'value' | 'onChange' | 'onBlur' | 'ref'> & {
  name: 'name' | 'forHours' | `${'daily' | 'weekly' | 'monthly' | 'yearly'}.count`;
};

/** A text field of the form. Fluent's input keeps a value of its own, so the form hands it in. */
export function FormText({ name, ...rest }: FormTextProps) {
  const { field } = useController<PolicyForm, typeof name>({ name });
  return <TextField {...rest} {...field} onChange={(_, { value }) => field.onChange(value)} />;
}
