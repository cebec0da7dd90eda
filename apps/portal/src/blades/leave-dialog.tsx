import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useContext, useEffect, useRef } from 'react';
import { useBlocker, useLocation } from 'react-router';
import { useText } from '../language/use-text';
import { afterPaint } from '../ui/after-paint';
import { DirtyBlades, isInside } from './leave-guard';
import { messages } from './messages';

const useStyles = makeStyles({
  dialog: {
    maxWidth: '420px',
    padding: '20px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    '::backdrop': { backgroundColor: 'rgba(0, 0, 0, 0.45)' },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '20px' },
});

/** The one question of the whole stack, asked when a blade with unsaved entries would be left. */
export function LeaveDialog() {
  const styles = useStyles();
  const text = useText();
  const dirtyBlades = useContext(DirtyBlades);
  const dialog = useRef<HTMLDialogElement>(null);
  const leftBlades = (from: string, to: string) => [...dirtyBlades].filter(([blade]) => isInside(from, blade) && !isInside(to, blade));
  const { pathname } = useLocation();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => leftBlades(currentLocation.pathname, nextLocation.pathname).length > 0);
  const leave = () => {
    if (blocker.state !== 'blocked') return;
    // Taking the blades apart takes longer than a click may: the answer to it, the closed dialog, is shown first.
    dialog.current?.close();
    afterPaint(() => {
      for (const [, discard] of leftBlades(pathname, blocker.location.pathname)) discard();
      blocker.proceed();
    });
  };
  const asking = blocker.state === 'blocked';

  useEffect(() => {
    if (asking) dialog.current?.showModal();
    else dialog.current?.close();
  }, [asking]);

  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="leave-title" onCancel={() => blocker.reset?.()}>
      <h2 id="leave-title">{text(messages.leaveTitle)}</h2>
      <p>{text(messages.leaveBody)}</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => blocker.reset?.()}>
          {text(messages.stay)}
        </Button>
        <Button onClick={leave}>{text(messages.leave)}</Button>
      </div>
    </dialog>
  );
}
