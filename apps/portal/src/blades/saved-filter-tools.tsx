import { Button, makeStyles } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useResolvedPath } from 'react-router';
import { useText } from '../language/use-text';
import { useChoices } from '../map/use-choices';
import { PlainButton } from '../ui/actions/buttons';
import { SelectField, TextField } from '../ui/fields/fields';
import { focusOnArrival } from '../ui/focus-on-arrival';
import { messages } from './messages';
import { pathOf, useSavedFilters } from './saved-filters';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px 12px' },
});

const NONE = '';
const LONGEST_NAME = 60;

/** The filters of a list that somebody has saved, and how the one of this moment is saved under a name. */
export function SavedFilterTools() {
  const styles = useStyles();
  const text = useText();
  const { pathname } = useResolvedPath('.');
  const [chosen, choose] = useChoices();
  const { filters, save, remove } = useSavedFilters();
  const [naming, setNaming] = useState<boolean>();
  const [name, setName] = useState('');
  const here = `${pathname}?${chosen}`;
  const own = filters.filter((one) => pathOf(one) === pathname);
  const current = own.find(({ to }) => to === here);
  const taken = own.find((one) => one.name === name.trim());
  const whyNotNow = () => {
    if (chosen.size === 0) return text(messages.chooseFilterFirst);
    return current && text(messages.isSaved, { name: current.name });
  };
  const keep = () => {
    save({ name: name.trim(), to: here });
    setNaming(false);
    setName('');
  };
  return (
    <div className={styles.row}>
      {own.length > 0 && (
        <SelectField
          orientation="horizontal"
          label={text(messages.savedFilters)}
          value={current?.to ?? NONE}
          onChange={(_, { value }) => choose(new URLSearchParams(value.split('?')[1]))}
          options={[{ value: NONE, label: text(messages.noFilter) }, ...own.map((one) => ({ value: one.to, label: one.name }))]}
        />
      )}
      {current && (
        <Button
          appearance="subtle"
          icon={<Delete20Regular />}
          aria-label={text(messages.removeFilter, { name: current.name })}
          title={text(messages.removeFilter, { name: current.name })}
          onClick={() => remove(current)}
        />
      )}
      {naming === true ? (
        <form
          className={styles.row}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') keep();
          }}
        >
          <TextField
            ref={focusOnArrival}
            label={text(messages.filterName)}
            value={name}
            maxLength={LONGEST_NAME}
            hint={taken && text(messages.replaces)}
            onChange={(_, { value }) => setName(value)}
          />
          <PlainButton type="submit" reason={name.trim() === '' ? text(messages.nameFirst) : undefined}>
            {text(messages.save)}
          </PlainButton>
          <PlainButton onClick={() => setNaming(false)}>{text(messages.cancel)}</PlainButton>
        </form>
      ) : (
        <PlainButton {...(naming === false && { ref: focusOnArrival })} reason={whyNotNow()} onClick={() => setNaming(true)}>
          {text(messages.saveFilter)}
        </PlainButton>
      )}
    </div>
  );
}
