import { makeStyles } from '@fluentui/react-components';
import { defineMessages } from '../../language/messages';
import { areAllNamed } from '../../language/named-few';
import { useText } from '../../language/use-text';
import { Disclosure } from './disclosure';

const { all } = defineMessages({ all: { de: 'Alle {count, number} anzeigen', en: 'Show all {count, number}' } });

const useStyles = makeStyles({ list: { margin: '2px 0', paddingLeft: '18px' } });

/** All the names of which a sentence has only some, behind a word; nothing where it has them all. */
export function AllNames({ names }: { names: readonly string[] }) {
  const styles = useStyles();
  const text = useText();
  if (areAllNamed(names)) return null;
  const label = text(all, { count: names.length });
  return (
    <Disclosure label={label} name={label}>
      <ul className={styles.list}>
        {names.map((name, place) => (
          <li key={place}>{name}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
