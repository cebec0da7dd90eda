import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { Link, useLocation } from 'react-router';
import { useText } from '../language/use-text';
import { paths } from '../map/paths';
import { forcedUnavailable } from '../theme/forced-colors';
import { palette } from '../theme/theme';
import { favorites } from './favorites';
import { messages } from './messages';
import { ServiceIcon } from './service-icon';
import { HUB, SERVICES, type Service } from './services';

const useStyles = makeStyles({
  hub: { display: 'flex', flexDirection: 'column', height: '100%', color: palette.tresorOnHeader, backgroundColor: palette.tresorHub },
  list: { flexGrow: 1, margin: 0, padding: 0, listStyleType: 'none', overflowY: 'auto' },
  entry: {
    display: 'flex',
    alignItems: 'center',
    gap: '14px',
    width: '100%',
    minHeight: '36px',
    padding: '4px 8px 4px 14px',
    boxSizing: 'border-box',
    color: 'inherit',
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'left',
    textDecorationLine: 'none',
    ':hover': { backgroundColor: palette.tresorHubHover },
    ':focus-visible': { outline: '2px solid #ffffff', outlineOffset: '-3px' },
  },
  unavailable: { color: '#b3b8bd', cursor: 'default', ':hover': { backgroundColor: 'transparent' }, ...forcedUnavailable },
  ruled: { borderBottomColor: '#53575b' },
  browse: { flexShrink: 0, backgroundColor: palette.tresorHubHover, fontSize: tokens.fontSizeBase300 },
});

/** The menu on the left: what can be opened, in the order of the article's picture. */
export function HubMenu({ onLeave }: { onLeave: () => void }) {
  const styles = useStyles();
  const text = useText();
  const starredIds = favorites.use();
  const { pathname } = useLocation();
  const starred = SERVICES.filter(({ id }) => starredIds.includes(id) && HUB.every((entry) => entry.id !== id));
  return (
    <nav aria-label={text(messages.menu)} className={styles.hub}>
      <ul className={styles.list}>
        {[...HUB, ...starred].map((service) => (
          <li key={service.id}>
            <HubEntry service={service} onLeave={onLeave} />
          </li>
        ))}
      </ul>
      <Link
        to={paths.browse()}
        className={mergeClasses(styles.entry, styles.browse)}
        aria-current={pathname === paths.browse() ? 'page' : undefined}
        onClick={onLeave}
      >
        {text(messages.browse)} <span aria-hidden>&gt;</span>
      </Link>
    </nav>
  );
}

const HubEntry = memo(function HubEntry({ service: { id, name, icon, href }, onLeave }: { service: Service; onLeave: () => void }) {
  const styles = useStyles();
  const text = useText();
  const content = (
    <>
      <ServiceIcon name={icon} />
      {text(name)}
    </>
  );
  const ruled = id === 'new' && styles.ruled;
  if (href !== undefined) {
    return (
      <Link to={href} className={mergeClasses(styles.entry, ruled)} onClick={onLeave}>
        {content}
      </Link>
    );
  }
  return (
    <button
      type="button"
      aria-disabled
      aria-describedby="out-of-scope"
      title={text(messages.outOfScope)}
      className={mergeClasses(styles.entry, styles.unavailable, ruled)}
    >
      {content}
    </button>
  );
});
