import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { TagObjective } from '@tresor/contracts';
import { MOST_TAG_OBJECTIVES } from '@tresor/contracts/limits';
import { tagNames, tagValues, type Tags } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { useText } from '../../../language/use-text';
import { PlainButton } from '../../../ui/actions/buttons';
import { tagWords } from '../objectives/objective-words';
import { messages } from './messages';
import { ObjectiveField } from './objective-field';
import type { DraftObjective } from './plan-draft';

const useStyles = makeStyles({
  group: { minWidth: 0, margin: 0, padding: 0, border: 'none' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '6px 10px', margin: '6px 0' },
  quiet: { margin: '4px 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface TagObjectivesProps {
  rows: readonly DraftObjective[];
  /** Of all machines in sight; null of one whose tags are not. */
  tags: readonly (Tags | null)[];
  onChange: (rows: readonly DraftObjective[]) => void;
}

const keyOf = ({ name, value }: TagObjective['tag']) => JSON.stringify([name.toLowerCase(), value]);

/** Every value of every tag that a machine in sight has, and the lack of each. */
function choicesIn(tags: readonly (Tags | null)[]): TagObjective['tag'][] {
  return tagNames(tags).flatMap((name) => [...tagValues(tags, name), null].map((value) => ({ name, value })));
}

/** What is wanted of the machines with a tag, in place of what is wanted of all. */
export function TagObjectives({ rows, tags, onChange }: TagObjectivesProps) {
  const styles = useStyles();
  const text = useText();
  const there = useMemo(() => choicesIn(tags), [tags]);
  const taken = new Set(rows.map(keyOf));
  const free = there.filter((tag) => !taken.has(keyOf(tag)));
  const [next] = free;
  const put = (at: number, change: Partial<DraftObjective>) =>
    onChange(rows.map((row, place) => (place === at ? { ...row, ...change } : row)));
  const whyNot = () => {
    if (next !== undefined) return undefined;
    return text(there.length === 0 ? messages.noTagForObjective : messages.allTagsTaken);
  };
  return (
    <fieldset className={styles.group} aria-label={text(messages.tagObjectives)}>
      {rows.map((row, at) => {
        const words = tagWords(row, text);
        const options = [row, ...free];
        return (
          // By its place: named after its tag, the field would lose the focus with each other tag that is chosen.
          <div key={at} className={styles.row}>
            <Field label={text(messages.tag)}>
              <Select
                value={keyOf(row)}
                onChange={(_, { value }) => {
                  const chosen = options.find((tag) => keyOf(tag) === value);
                  if (chosen) put(at, { name: chosen.name, value: chosen.value });
                }}
              >
                {options.map((tag) => (
                  <option key={keyOf(tag)} value={keyOf(tag)}>
                    {tagWords(tag, text)}
                  </option>
                ))}
              </Select>
            </Field>
            <ObjectiveField label={text(messages.rtoOf, { tag: words })} value={row.rto} onChoose={(rto) => put(at, { rto })} />
            <ObjectiveField label={text(messages.rpoOf, { tag: words })} value={row.rpo} onChoose={(rpo) => put(at, { rpo })} />
            <PlainButton onClick={() => onChange(rows.filter((_, place) => place !== at))}>
              {text(messages.removeObjective)} <span className="visually-hidden">{words}</span>
            </PlainButton>
          </div>
        );
      })}
      <PlainButton
        onClick={() => next && onChange([...rows, { ...next, rto: '', rpo: '' }])}
        reason={rows.length >= MOST_TAG_OBJECTIVES ? text(messages.mostObjectives) : whyNot()}
      >
        {text(messages.addObjective)}
      </PlainButton>
      <p className={styles.quiet}>{text(messages.tagObjectivesMean)}</p>
    </fieldset>
  );
}
