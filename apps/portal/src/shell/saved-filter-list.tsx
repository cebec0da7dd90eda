import { makeStyles } from '@fluentui/react-components';
import { useSavedFilters } from '../blades/saved-filters';
import { useText } from '../language/use-text';
import { TextLink } from '../ui/actions/text-link';
import { useAttentionStyles } from './attention.styles';
import { messages } from './messages';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '4px 20px', maxWidth: '860px', margin: 0, padding: 0, listStyleType: 'none' },
});

/** The filters that the person has saved, each the way to its list; nothing where there are none. */
export function SavedFilterList() {
  const styles = useStyles();
  const shared = useAttentionStyles();
  const text = useText();
  const { filters } = useSavedFilters();
  if (filters.length === 0) return null;
  return (
    <section aria-labelledby="saved-filters">
      <h2 id="saved-filters" className={shared.title}>
        {text(messages.savedFilters)}
      </h2>
      <ul className={styles.list}>
        {filters.map(({ name, to }) => (
          <li key={`${to} ${name}`}>
            <TextLink to={to}>{name}</TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
