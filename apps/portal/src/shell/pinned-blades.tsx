import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PinOff20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { messages as bladeMessages } from '../blades/messages';
import { usePinned, usePins } from '../blades/pins';
import { useText } from '../language/use-text';
import { TextLink } from '../ui/actions/text-link';
import { messages } from './messages';

const useStyles = makeStyles({
  title: { margin: '28px 0 8px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 400 },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    gap: '12px',
    maxWidth: '860px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  tile: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: '8px',
    minWidth: 0,
    padding: '12px 8px 12px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: '1px solid transparent',
  },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  from: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The dashboard: what the user has pinned, with the blades each opens from. */
export function PinnedBlades() {
  const styles = useStyles();
  const text = useText();
  const pins = usePins();
  const pinned = usePinned();
  const section = useRef<HTMLElement>(null);
  const unpin = (pathname: string) => {
    pins.toggle(pathname);
    // The button goes with its tile.
    section.current?.focus();
  };
  return (
    <section ref={section} tabIndex={-1} aria-labelledby="pinned">
      <h2 id="pinned" className={styles.title}>
        {text(messages.pinned)}
      </h2>
      {pinned.length === 0 && <p className={styles.none}>{text(messages.noPins)}</p>}
      <ul className={styles.tiles}>
        {pinned.map(({ pathname, title, from }) => (
          <li key={pathname} className={styles.tile}>
            <div className={styles.words}>
              <TextLink to={pathname}>{title}</TextLink>
              <div className={styles.from}>{from.join(' › ')}</div>
            </div>
            <Button
              appearance="subtle"
              icon={<PinOff20Regular />}
              aria-label={text(bladeMessages.unpin, { title })}
              onClick={() => unpin(pathname)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
