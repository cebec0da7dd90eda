import { makeStyles } from '@fluentui/react-components';
import { LONGEST_AUDIT_TEXT } from '@tresor/contracts/limits';
import { useState, type FormEvent } from 'react';
import type { Message } from '../../language/messages';
import { useText } from '../../language/use-text';
import { PlainButton, PrimaryButton } from '../../ui/actions/buttons';
import { DateField, SelectField, TextField } from '../../ui/fields/fields';
import { commandWords, noAnswer, resultWords } from '../../words/command-words';
import { searchOf, type FilterEntries } from './audit-filter';
import { messages } from './messages';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px 14px', margin: '8px 0' },
  field: { flexGrow: 1, flexBasis: '160px', maxWidth: '260px', minWidth: '130px' },
  /* A field is as wide as its input likes to be unless that may shrink. */
  input: { minWidth: 0, width: '100%', '& input': { minWidth: 0 } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignSelf: 'center' },
});

interface FilterFormProps {
  /** What the address says. */
  applied: FilterEntries;
  onApply: (entries: FilterEntries) => void;
  /** Nothing narrows. */
  isWhole: boolean;
  onReset: () => void;
}

/** What the commands are filtered by. It is applied when somebody says so: each reading is on record. */
export function FilterForm({ applied, onApply, isWhole, onReset }: FilterFormProps) {
  const styles = useStyles();
  const text = useText();
  const said = searchOf(applied).toString();
  const [known, setKnown] = useState(said);
  const [entries, setEntries] = useState(applied);
  // A key would make the form again, and take the focus from what has just applied it.
  if (known !== said) {
    setKnown(said);
    setEntries(applied);
  }
  const set =
    (name: keyof FilterEntries) =>
    (_: unknown, { value }: { value: string }) =>
      setEntries({ ...entries, [name]: value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply(entries);
  };
  const all = { value: '', label: text(messages.all) };
  const words = (of: Readonly<Record<string, Message>>) => Object.entries(of).map(([value, word]) => ({ value, label: text(word) }));
  const byName = words(commandWords).toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <search aria-label={text(messages.filter)}>
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.field}>
          <TextField
            className={styles.input}
            label={text(messages.person)}
            hint={text(messages.personHint)}
            maxLength={LONGEST_AUDIT_TEXT}
            value={entries.person}
            onChange={set('person')}
          />
        </div>
        <div className={styles.field}>
          <TextField
            className={styles.input}
            label={text(messages.thing)}
            hint={text(messages.thingHint)}
            maxLength={LONGEST_AUDIT_TEXT}
            value={entries.thing}
            onChange={set('thing')}
          />
        </div>
        <div className={styles.field}>
          <SelectField label={text(messages.command)} value={entries.command} onChange={set('command')} options={[all, ...byName]} />
        </div>
        <div className={styles.field}>
          <SelectField
            label={text(messages.result)}
            value={entries.result}
            onChange={set('result')}
            options={[all, ...words({ ...resultWords, unanswered: noAnswer })]}
          />
        </div>
        <div className={styles.field}>
          <DateField className={styles.input} label={text(messages.from)} value={entries.from} onChange={set('from')} />
        </div>
        <div className={styles.field}>
          <DateField className={styles.input} label={text(messages.until)} value={entries.until} onChange={set('until')} />
        </div>
        <div className={styles.buttons}>
          <PrimaryButton type="submit">{text(messages.search)}</PrimaryButton>
          <PlainButton onClick={onReset} reason={isWhole ? text(messages.notFiltered) : undefined}>
            {text(messages.reset)}
          </PlainButton>
        </div>
      </form>
    </search>
  );
}
