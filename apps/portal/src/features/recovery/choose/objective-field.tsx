import { useText } from '../../../language/use-text';
import { SelectField } from '../../../ui/fields/fields';
import { messages } from './messages';

const HOURS = [1, 2, 4, 8, 12, 24, 48, 72];

interface ObjectiveFieldProps {
  label: string;
  /** Minutes; empty: nothing is wanted. */
  value: string;
  onChoose: (minutes: string) => void;
}

/** A time that is wanted, in whole hours; one that was set elsewhere stays among the choices. */
export function ObjectiveField({ label, value, onChoose }: ObjectiveFieldProps) {
  const text = useText();
  const hours = value === '' || HOURS.includes(Number(value) / 60) ? HOURS : [...HOURS, Number(value) / 60].toSorted((a, b) => a - b);
  return (
    <SelectField
      label={label}
      value={value}
      onChange={(_, chosen) => onChoose(chosen.value)}
      options={[
        { value: '', label: text(messages.noObjective) },
        ...hours.map((some) => ({ value: String(some * 60), label: text(messages.hours, { hours: some }) })),
      ]}
    />
  );
}
