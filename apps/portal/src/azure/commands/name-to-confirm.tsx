import { defineMessages } from '../../language/messages';
import { TextField } from '../../ui/fields/fields';

export const { typeName } = defineMessages({
  typeName: { de: 'Geben Sie zur Bestätigung „{name}“ ein', en: 'Enter “{name}” to confirm' },
});

interface NameToConfirmProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Where a person types a name before what cannot be undone; no browser offers it. */
export function NameToConfirm({ label, value, onChange }: NameToConfirmProps) {
  return <TextField label={label} required autoComplete="off" value={value} onChange={(_, { value: typed }) => onChange(typed)} />;
}
