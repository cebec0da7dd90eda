import { useText } from '../../language/use-text';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { messages } from './messages';

interface ColumnChooserProps {
  columns: readonly { id: string; header: string }[];
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
}

/** Which columns are shown; the first, with the name, always is. */
export default function ColumnChooser({ columns, hidden, onChange }: ColumnChooserProps) {
  const text = useText();
  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <fieldset>
      <legend>{text(messages.shownColumns)}</legend>
      {columns.slice(1).map(({ id, header }) => (
        <CheckboxField key={id} label={header} checked={!hidden.has(id)} onChange={() => toggle(id)} />
      ))}
    </fieldset>
  );
}
