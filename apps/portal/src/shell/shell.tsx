import { makeStyles, mergeClasses, tokens, Button } from '@fluentui/react-components';
import { lazy, Suspense, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Warning16Filled } from '@fluentui/react-icons';
import { focusNewest } from '../blades/focus-newest';
import { paths } from '../map/paths';
import { ProblemHelp, ProviderHelp } from '../ui/feedback/problem-help';
import { useText } from '../language/use-text';
import { HubMenu } from './hub-menu';
import { messages } from './messages';
import { TopBar } from './top-bar';
import { loadPart } from '../api/load-code';
import type { PortalProblem } from '../api/problem-error';
import { isUpdated, whenUpdated } from '../api/update';
import { openTour, TOUR_IDS } from '../kept/tours';

const MissingProvider = lazy(() => loadPart(() => import('../azure/providers/missing-provider')));
const helpWithProvider = (problem: PortalProblem) => <MissingProvider problem={problem} />;
const TourStrip = lazy(() => loadPart(() => import('./tour-strip')));

const phone = '@media (max-width: 767px)';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateRows: '40px auto minmax(0, 1fr) auto', gridTemplateColumns: 'auto minmax(0, 1fr)', height: '100%' },
  bar: { gridColumn: '1 / -1' },
  hub: {
    gridRow: 3,
    width: '175px',
    minHeight: 0,
    [phone]: { position: 'fixed', zIndex: 10, top: '40px', bottom: 0, left: 0, width: '230px' },
  },
  /** Open by choice on a wide window, closed on a telephone, and the other way round. */
  toggled: { display: 'none', [phone]: { display: 'block' } },
  untoggled: { [phone]: { display: 'none' } },
  noScript: { margin: 0, padding: '8px 12px', color: '#1b1b1b', backgroundColor: '#ffd335', borderBottom: '1px solid transparent' },
  content: { gridRow: 3, gridColumn: 2, minWidth: 0, minHeight: 0 },
});

/** Where no vault is open; a vault leads to its own. */
const help = (codes: readonly string[]) => paths.helpEntry(null, codes);

const watchNetwork = (changed: () => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

const useBannerStyles = makeStyles({
  banner: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '6px 12px',
    color: '#1b1b1b',
    backgroundColor: '#ffd335',
    borderBottom: '1px solid transparent',
  },
  icon: { flexShrink: 0 },
  words: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px' },
});

/** What holds for the whole page, above it; said aloud when it appears. Always there, so that a screen reader listens. */
function Banner({ children }: { children: ReactNode }) {
  const styles = useBannerStyles();
  return (
    <output className={children === null ? 'visually-hidden' : styles.banner}>
      {children !== null && (
        <>
          <Warning16Filled className={styles.icon} />
          <span className={styles.words}>{children}</span>
        </>
      )}
    </output>
  );
}

/** Anyone who is being sent the page has a network. */
const asSent = () => true;

/** Says that there is no network; what is being read waits for it. */
function OfflineBanner() {
  const text = useText();
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine, asSent);
  return <Banner>{online ? null : text(messages.offline)}</Banner>;
}

const useSkipLinkStyles = makeStyles({
  link: {
    position: 'fixed',
    zIndex: 30,
    top: '4px',
    left: '4px',
    padding: '8px 12px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    ':not(:focus)': { clipPath: 'inset(100%)' },
  },
});

/** The first thing Tab reaches; leads past the bar and the menus. */
function SkipLink() {
  const styles = useSkipLinkStyles();
  const text = useText();
  return (
    <button type="button" className={styles.link} onClick={focusNewest}>
      {text(messages.skip)}
    </button>
  );
}

const notYet = () => false;

/** Asks once, for however many blades, to load the page of the new build. */
function UpdateBanner() {
  const text = useText();
  const updated = useSyncExternalStore(whenUpdated, isUpdated, notYet);
  return (
    <Banner>
      {updated ? (
        <>
          {text(messages.updated)}
          <Button size="small" onClick={() => window.location.reload()}>
            {text(messages.reload)}
          </Button>
        </>
      ) : null}
    </Banner>
  );
}

/** The tour that somebody has begun and not put away. */
function OpenTour({ className }: { className: string }) {
  const open = openTour.use();
  const tour = TOUR_IDS.find((id) => id === open);
  if (tour === undefined) return null;
  return (
    <div className={className}>
      <Suspense>
        <TourStrip key={tour} id={tour} />
      </Suspense>
    </div>
  );
}

/**
 * Top bar, hub menu and, in the space that is left, the blades. What stands around them is taken up after them: it shows nothing that is
 * not written, and a press on it does not wait for the blades.
 */
export function Shell({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const text = useText();
  const [toggled, setToggled] = useState(false);
  return (
    <ProviderHelp value={helpWithProvider}>
      <div className={styles.page}>
        <SkipLink />
        <Suspense>
          <TopBar className={styles.bar} onToggleMenu={() => setToggled(!toggled)} />
        </Suspense>
        <div className={styles.bar}>
          <OfflineBanner />
          <UpdateBanner />
          {/* The page itself opens it, where nothing else of it would run. */}
          <p id="too-old" hidden className={styles.noScript}>
            {text(messages.tooOld)}
          </p>
          <noscript>
            <p className={styles.noScript}>{text(messages.needsScript)}</p>
          </noscript>
        </div>
        <div id="hub" className={mergeClasses(styles.hub, toggled ? styles.toggled : styles.untoggled)}>
          <Suspense>
            <HubMenu onLeave={() => setToggled((toggled) => toggled && window.matchMedia('(min-width: 768px)').matches)} />
          </Suspense>
        </div>
        <main className={styles.content}>
          <ProblemHelp value={help}>{children}</ProblemHelp>
        </main>
        <OpenTour className={styles.bar} />
        <span id="out-of-scope" hidden>
          {text(messages.outOfScope)}
        </span>
      </div>
    </ProviderHelp>
  );
}
