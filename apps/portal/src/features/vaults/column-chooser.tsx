import { useText } from '../../language/use-text';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { messages } from './messages';
import { OPTIONAL_COLUMNS, type OptionalColumn } from './vault-columns';

interface ColumnChooserProps {
  wanted: ReadonlySet<OptionalColumn>;
  onChange: (wanted: ReadonlySet<OptionalColumn>) => void;
}

export default function ColumnChooser({ wanted, onChange }: ColumnChooserProps) {
  const text = useText();
  const toggle = (id: OptionalColumn) => {
    const next = new Set(wanted);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <fieldset>
      <legend>{text(messages.shownColumns)}</legend>
      {OPTIONAL_COLUMNS.map((id) => (
        <CheckboxField key={id} label={text(messages[id])} checked={wanted.has(id)} onChange={() => toggle(id)} />
      ))}
    </fieldset>
  );
}
