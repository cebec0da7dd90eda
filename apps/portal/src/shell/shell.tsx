import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { BladeStack } from '../blades/blade-stack';
import { paths } from '../map/paths';
import { ProblemHelp } from '../ui/feedback/problem-help';
import { useText } from '../language/use-text';
import { HubMenu } from './hub-menu';
import { OfflineBanner } from './offline-banner';
import { SkipLink } from './skip-link';
import { messages } from './messages';
import { TopBar } from './top-bar';
import { UpdateBanner } from './update-banner';

const phone = '@media (max-width: 767px)';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateRows: '40px auto minmax(0, 1fr)', gridTemplateColumns: 'auto minmax(0, 1fr)', height: '100%' },
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
  content: { gridRow: 3, gridColumn: 2, minWidth: 0, minHeight: 0 },
});

/** Where no vault is open; a vault leads to its own. */
const help = (codes: readonly string[]) => paths.helpEntry(null, codes);

/** Top bar, hub menu and, in the space that is left, the blades. */
export function Shell() {
  const styles = useStyles();
  const text = useText();
  const [toggled, setToggled] = useState(false);
  return (
    <div className={styles.page}>
      <SkipLink />
      <TopBar className={styles.bar} onToggleMenu={() => setToggled(!toggled)} />
      <div className={styles.bar}>
        <OfflineBanner />
        <UpdateBanner />
      </div>
      <div id="hub" className={mergeClasses(styles.hub, toggled ? styles.toggled : styles.untoggled)}>
        <HubMenu onLeave={() => setToggled((toggled) => toggled && window.matchMedia('(min-width: 768px)').matches)} />
      </div>
      <main className={styles.content}>
        <ProblemHelp value={help}>
          <BladeStack />
        </ProblemHelp>
      </main>
      <span id="out-of-scope" hidden>
        {text(messages.outOfScope)}
      </span>
    </div>
  );
}
