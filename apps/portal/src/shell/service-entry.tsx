import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Star20Filled, Star20Regular } from '@fluentui/react-icons';
import type { KeyboardEvent } from 'react';
import { useText } from '../language/use-text';
import { forcedUnavailable } from '../theme/forced-colors';
import { favorites } from './favorites';
import { messages } from './messages';
import { ServiceIcon } from './service-icon';
import type { Service } from './services';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'stretch', ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  name: {
    display: 'flex',
    flexGrow: 1,
    alignItems: 'center',
    gap: '12px',
    minWidth: 0,
    minHeight: '34px',
    boxSizing: 'border-box',
    padding: '2px 12px',
    color: 'inherit',
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'left',
    textDecorationLine: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-2px' },
  },
  unavailable: { color: tokens.colorNeutralForeground3, cursor: 'default', ...forcedUnavailable },
  star: {
    display: 'grid',
    placeItems: 'center',
    width: '36px',
    padding: 0,
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-2px' },
  },
  starred: { color: '#a07000' },
});

export function ServiceEntry({ service: { id, name, icon, href } }: { service: Service }) {
  const styles = useStyles();
  const text = useText();
  const isFavorite = favorites.use().includes(id);
  const toggleByKey = (event: KeyboardEvent) => {
    if (event.key !== ' ' || !event.shiftKey) return;
    event.preventDefault();
    favorites.toggle(id);
  };
  const content = (
    <>
      <ServiceIcon name={icon} />
      {text(name)}
    </>
  );
  return (
    <div className={styles.row}>
      {href === undefined ? (
        <button
          type="button"
          aria-disabled
          aria-describedby="out-of-scope"
          title={text(messages.outOfScope)}
          className={mergeClasses(styles.name, styles.unavailable)}
          onKeyDown={toggleByKey}
        >
          {content}
        </button>
      ) : (
        <a href={href} className={styles.name} onKeyDown={toggleByKey}>
          {content}
        </a>
      )}
      <button
        type="button"
        aria-pressed={isFavorite}
        aria-label={text(isFavorite ? messages.removeFavorite : messages.addFavorite, { service: text(name) })}
        className={mergeClasses(styles.star, isFavorite && styles.starred)}
        onClick={() => favorites.toggle(id)}
      >
        {isFavorite ? <Star20Filled /> : <Star20Regular />}
      </button>
    </div>
  );
}
