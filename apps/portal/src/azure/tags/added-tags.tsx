import { makeStyles } from '@fluentui/react-components';
import { MOST_ADDED_TAGS } from '@tresor/contracts/limits';
import type { AddedTag } from '../../kept/item-drafts';
import { useText } from '../../language/use-text';
import { PlainButton } from '../../ui/actions/buttons';
import { TextField } from '../../ui/fields/fields';
import { tagFault } from './added-tag';
import { tagMessages as messages } from './messages';

const useStyles = makeStyles({
  group: { minWidth: 0, margin: 0, padding: 0, border: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) max-content',
    alignItems: 'start',
    gap: '6px 10px',
    marginBottom: '8px',
    // As wide as its letters, a field would run over what follows.
    '& input': { minWidth: 0, width: '100%' },
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  // Beside the fields, below their labels.
  remove: { paddingTop: '26px', '@media (max-width: 639px)': { paddingTop: 0 } },
});

interface AddedTagsProps {
  rows: readonly AddedTag[];
  onChange: (rows: readonly AddedTag[]) => void;
}

/** Tags that are given by hand, as where a policy wants one that the old machine has not. */
export function AddedTags({ rows, onChange }: AddedTagsProps) {
  const styles = useStyles();
  const text = useText();
  const put = (at: number, change: Partial<AddedTag>) => onChange(rows.map((row, place) => (place === at ? { ...row, ...change } : row)));
  return (
    <fieldset className={styles.group} aria-label={text(messages.addedTags)}>
      {rows.map((row, at) => {
        const fault = tagFault(rows, row);
        return (
          <div key={at} className={styles.row}>
            <TextField
              label={text(messages.tagName)}
              value={row.name}
              error={fault && text(fault)}
              onChange={(_, { value }) => put(at, { name: value })}
            />
            <TextField label={text(messages.tagValue)} value={row.value} onChange={(_, { value }) => put(at, { value })} />
            <div className={styles.remove}>
              <PlainButton onClick={() => onChange(rows.filter((_, place) => place !== at))}>
                {text(messages.removeTag)} <span className="visually-hidden">{row.name}</span>
              </PlainButton>
            </div>
          </div>
        );
      })}
      <PlainButton
        onClick={() => onChange([...rows, { name: '', value: '' }])}
        reason={rows.length >= MOST_ADDED_TAGS ? text(messages.mostTags) : undefined}
      >
        {text(messages.addTag)}
      </PlainButton>
    </fieldset>
  );
}
