import { fieldRule } from './field-rules';
import { useText } from '../language/use-text';

/** Each entry that the server did not accept, with what may be in it. */
export default function FieldRuleWords({ fields }: { fields: readonly string[] }) {
  const text = useText();
  const line = (field: string) => {
    const known = fieldRule(field);
    return known === undefined ? field : `${text(known.name)}: ${text(known.rule)}`;
  };
  return (
    <ul>
      {[...new Set(fields.map(line))].map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
