import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { Outlet } from 'react-router';
import { loadPart } from '../api/load-code';
import { useSavedFilters } from '../blades/saved-filters';
import { useText } from '../language/use-text';
import { paths } from '../map/paths';
import { useSignedIn } from '../session/use-account';
import { palette } from '../theme/theme';
import { TextLink } from '../ui/actions/text-link';
import { AttentionPlace } from './attention-place';
import { useAttentionStyles } from './attention.styles';
import { messages } from './messages';
import { PinnedBlades } from './pinned-blades';

/** Most days there is nothing to be said. */
const Attention = lazy(() => loadPart(() => import('./attention')));

/** Below the window of most. */
const Glance = lazy(() => loadPart(() => import('./glance')));

const useStyles = makeStyles({
  home: {
    position: 'relative',
    flexGrow: 1,
    minWidth: 0,
    padding: '32px 28px',
    overflowY: 'auto',
    color: tokens.colorNeutralForeground1,
    backgroundColor: palette.tresorTileArea,
  },
  title: {
    margin: '0 0 8px',
    fontSize: '26px',
    lineHeight: '34px',
    fontWeight: 300,
    ':focus': { outlineStyle: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '2px' },
  },
  text: { maxWidth: '560px' },
  tasks: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    gap: '12px',
    maxWidth: '860px',
    margin: '20px 0 0',
    padding: 0,
    listStyleType: 'none',
  },
  task: { padding: '16px 20px 20px', backgroundColor: tokens.colorNeutralBackground1, border: '1px solid transparent' },
  taskTitle: { margin: '0 0 6px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 400 },
  taskText: { margin: 0, color: tokens.colorNeutralForeground2 },
  filters: { display: 'flex', flexWrap: 'wrap', gap: '4px 20px', maxWidth: '860px', margin: 0, padding: 0, listStyleType: 'none' },
});

/** What people come for. */
const TASKS = [
  { to: paths.vaults(), title: messages.backUp, text: messages.backUpText },
  { to: paths.allItems(), title: messages.restore, text: messages.restoreText },
  { to: paths.readiness(), title: messages.checkReadiness, text: messages.checkReadinessText },
] as const;

/** The filters that the person has saved, each the way to its list; nothing where there are none. */
function SavedFilterList() {
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
      <ul className={styles.filters}>
        {filters.map(({ name, to }) => (
          <li key={`${to} ${name}`}>
            <TextLink to={to}>{name}</TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Home() {
  const styles = useStyles();
  const text = useText();
  const account = useSignedIn();
  return (
    <div className={styles.home}>
      <h1 tabIndex={-1} className={styles.title}>
        {account === undefined ? text(messages.welcomeAnybody) : text(messages.welcome, { name: account.name })}
      </h1>
      <p className={styles.text}>{text(messages.intro)}</p>
      <p className={styles.text}>{text(messages.startBrowse)}</p>
      {account === undefined ? (
        <AttentionPlace />
      ) : (
        <Suspense fallback={<AttentionPlace />}>
          <Attention />
        </Suspense>
      )}
      <ul className={styles.tasks}>
        {TASKS.map(({ to, title, text: about }) => (
          <li key={to} className={styles.task}>
            <h2 className={styles.taskTitle}>
              <TextLink to={to}>{text(title)}</TextLink>
            </h2>
            <p className={styles.taskText}>{text(about)}</p>
          </li>
        ))}
      </ul>
      {account !== undefined && <PinnedBlades />}
      {account !== undefined && <SavedFilterList />}
      {account !== undefined && (
        <Suspense>
          <Glance />
        </Suspense>
      )}
      <Outlet />
    </div>
  );
}
