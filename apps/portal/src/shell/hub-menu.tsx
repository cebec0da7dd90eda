import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { storedChoice } from '../kept/stored-choice';
import { useText } from '../language/use-text';
import { paths } from '../map/paths';
import { palette } from '../theme/theme';
import { favorites } from './favorites';
import { HubEntry, useEntryStyles } from './hub-entry';
import { messages } from './messages';
import { useRouterState } from './page-router';
import { ServiceIcon } from './service-icon';
import { entryAt, hubWith, type Service } from './services';

const useStyles = makeStyles({
  hub: { display: 'flex', flexDirection: 'column', height: '100%', color: palette.tresorOnHeader, backgroundColor: palette.tresorHub },
  entries: { flexGrow: 1, overflowY: 'auto' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  ruled: { borderTop: '1px solid #53575b' },
  browse: { flexShrink: 0, backgroundColor: palette.tresorHubHover, fontSize: tokens.fontSizeBase300 },
  fold: { cursor: 'pointer' },
  absent: { padding: '0 8px 8px 14px', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere', hyphens: 'auto' },
  absentEntry: { display: 'flex', alignItems: 'center', gap: '10px', minHeight: '28px' },
});

const rest = storedChoice('tresor.hub-rest', ['folded', 'open'], () => 'folded');

/** The menu on the left: what people come for, then what the article's picture shows and is here, then what is not. */
export function HubMenu({ onLeave }: { onLeave: () => void }) {
  const styles = useStyles();
  const entry = useEntryStyles();
  const text = useText();
  const starredIds = favorites.use();
  const pathname = useRouterState(({ location }) => location.pathname);
  const { own, pictured, absent } = hubWith(starredIds);
  const open = entryAt([...own, ...pictured], pathname);
  const entryOf = (service: Service) => (
    <li key={service.id}>
      <HubEntry
        service={service}
        current={service !== open ? undefined : service.href === pathname ? 'page' : 'true'}
        starred={starredIds.includes(service.id)}
        onLeave={onLeave}
      />
    </li>
  );
  return (
    <nav aria-label={text(messages.menu)} className={styles.hub}>
      <div className={styles.entries}>
        <ul className={styles.list}>{own.map(entryOf)}</ul>
        <ul className={mergeClasses(styles.list, styles.ruled)}>{pictured.map(entryOf)}</ul>
        <Absent services={absent} />
      </div>
      <a
        href={paths.browse()}
        className={mergeClasses(entry.entry, styles.browse)}
        aria-current={pathname === paths.browse() ? 'page' : undefined}
        onClick={onLeave}
      >
        {text(messages.browse)} <span aria-hidden>&gt;</span>
      </a>
    </nav>
  );
}

/** One row for what the Azure portal has and this product does not; it opens to say so. */
function Absent({ services }: { services: readonly Service[] }) {
  const styles = useStyles();
  const entry = useEntryStyles();
  const text = useText();
  const isOpen = rest.use() === 'open';
  return (
    <>
      <button
        type="button"
        className={mergeClasses(entry.entry, styles.fold)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? 'hub-absent' : undefined}
        onClick={() => rest.set(isOpen ? 'folded' : 'open')}
      >
        <span aria-hidden>{isOpen ? '▾' : '▸'}</span>
        {text(messages.absent)}
      </button>
      {isOpen && (
        <div id="hub-absent" className={styles.absent}>
          <p>{text(messages.absentWhy)}</p>
          <ul className={styles.list}>
            {services.map(({ id, name, icon }) => (
              <li key={id} className={styles.absentEntry}>
                <ServiceIcon name={icon} />
                <span>{text(name)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
