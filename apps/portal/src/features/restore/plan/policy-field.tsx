import { useText } from '../../../language/use-text';
import { SelectField } from '../../../ui/fields/fields';
import { protectionMessages as messages } from '../protection/protection-messages';

interface PolicyFieldProps {
  names: readonly string[];
  chosen: string | null;
  onChoose: (name: string) => void;
}

export function PolicyField({ names, chosen, onChoose }: PolicyFieldProps) {
  const text = useText();
  return (
    <SelectField
      label={text(messages.policy)}
      required
      value={chosen ?? ''}
      error={names.length === 0 ? text(messages.noPolicy) : undefined}
      onChange={(_, { value }) => onChoose(value)}
      options={names.map((value) => ({ value, label: value }))}
    />
  );
}
