import { Select } from '@fluentui/react-components';
import { useText } from '../../language/use-text';
import { machineMessages as messages } from './machine-messages';
import { MACHINE_FILTERS, type MachineFilter } from './selection';

const NAMES = {
  all: messages.all,
  choosable: messages.onlyChoosable,
  encrypted: messages.onlyEncrypted,
  selected: messages.onlySelected,
} as const;

interface FilterChoiceProps {
  value: MachineFilter;
  onChange: (next: MachineFilter) => void;
}

/** Which of the machines are listed. */
export function FilterChoice({ value, onChange }: FilterChoiceProps) {
  const text = useText();
  const change = (name: string) => onChange(MACHINE_FILTERS.find((filter) => filter === name) ?? 'all');
  return (
    <Select aria-label={text(messages.filterHeading)} value={value} onChange={(_, data) => change(data.value)}>
      {MACHINE_FILTERS.map((filter) => (
        <option key={filter} value={filter}>
          {text(NAMES[filter])}
        </option>
      ))}
    </Select>
  );
}
