import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ItemInVault } from '@tresor/contracts';
import { allItemsQuery } from '../api/queries';
import { useText } from '../i18n/use-text';
import { paths } from '../paths';
import { TextLink } from '../ui/text-link';
import { messages } from './messages';

/** So many are shown; more letters leave fewer. */
const SHOWN = 8;

const useStyles = makeStyles({
  title: { margin: '14px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { padding: '4px 0', overflowWrap: 'anywhere' },
});

/** Every word that was typed is part of the machine's name or of its group's. */
function isMeant({ name, resourceGroup }: ItemInVault, words: readonly string[]): boolean {
  const names = `${name}\n${resourceGroup}`.toLowerCase();
  return words.every((word) => names.includes(word));
}

/** The protected machines whose name was typed; nothing while none is known. */
export default function FoundItems({ typed }: { typed: string }) {
  const styles = useStyles();
  const text = useText();
  const { data: items = [] } = useQuery(allItemsQuery());
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = items.filter((item) => isMeant(item, words)).slice(0, SHOWN);
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="found-items">
      <h3 id="found-items" className={styles.title}>
        {text(messages.foundItems)}
      </h3>
      <ul className={styles.list}>
        {found.map(({ id, name, resourceGroup, vault }) => (
          <li key={id} className={styles.item}>
            <TextLink to={paths.item({ ...vault, vmGroup: resourceGroup, vmName: name })}>{`${name} (${vault.vaultName})`}</TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
