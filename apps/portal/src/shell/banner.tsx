import { makeStyles } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '6px 12px',
    color: '#1b1b1b',
    backgroundColor: '#ffd335',
    borderBottom: '1px solid transparent',
  },
});

/** What holds for the whole page, above it; said aloud when it appears. Always there, so that a screen reader listens. */
export function Banner({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return (
    <output className={children === null ? 'visually-hidden' : styles.banner}>
      {children !== null && (
        <>
          <Warning16Filled />
          {children}
        </>
      )}
    </output>
  );
}
