import { makeStyles, tokens } from '@fluentui/react-components';
import { ColumnTriple20Regular } from '@fluentui/react-icons';
import { useMemo, useState, type ReactNode } from 'react';
import { useText } from '../language/use-text';
import { CheckboxField } from '../ui/fields/checkbox-field';
import type { TableColumn } from '../ui/table/table-types';
import type { BladeCommand } from './command-bar';
import { messages } from './messages';

const useStyles = makeStyles({
  choice: { display: 'flex', flexWrap: 'wrap', margin: '0 0 8px', padding: '0 4px', border: `1px solid ${tokens.colorNeutralStroke1}` },
});

interface ColumnChooser<Row> {
  /** Those that are shown. */
  columns: readonly TableColumn<Row>[];
  /** Opens the choice, under this label, and closes it. */
  command: BladeCommand;
  /** The choice itself, above the list. */
  chooser: ReactNode;
}

/** Which columns of a list are shown; the first, with the name, always is. */
export function useColumnChooser<Row>(label: string, all: readonly TableColumn<Row>[]): ColumnChooser<Row> {
  const styles = useStyles();
  const text = useText();
  const [choosing, setChoosing] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const columns = useMemo(() => all.filter(({ id }) => !hidden.has(id)), [all, hidden]);
  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    setHidden(next);
  };
  return {
    columns,
    command: {
      id: 'columns',
      label,
      icon: <ColumnTriple20Regular />,
      expanded: choosing,
      onClick: () => setChoosing(!choosing),
    },
    chooser: choosing && (
      <fieldset className={styles.choice}>
        <legend>{text(messages.shownColumns)}</legend>
        {all.slice(1).map(({ id, header }) => (
          <CheckboxField key={id} label={header} checked={!hidden.has(id)} onChange={() => toggle(id)} />
        ))}
      </fieldset>
    ),
  };
}
