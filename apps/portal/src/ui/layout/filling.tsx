import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', height: '100%', '> *': { flexShrink: 0 } },
  rest: {
    flexGrow: 1,
    flexBasis: 0,
    /* Of the window's height: with a share of the blade's the browser lays the list out twice. */
    minHeight: 'min(320px, 60vh)',
    /* On a telephone the filters take much of it. */
    '@media (max-width: 639px)': { minHeight: 'min(440px, 60vh)', ':last-child': { minHeight: 'min(560px, 70vh)' } },
  },
  afterPictures: { minHeight: 'min(560px, 66vh)' },
});

interface FillingProps {
  children: ReactNode;
}

/** Takes all of a blade, among whose things a list is to end with it. */
export function Filling({ children }: FillingProps) {
  const styles = useStyles();
  return <div className={styles.content}>{children}</div>;
}

interface RestProps extends FillingProps {
  /** Above it stands so much that the blade scrolls anyway: the list is then about as high as the blade. */
  afterPictures?: boolean;
}

/** Takes what the others leave of `Filling`; where that is little, the blade scrolls. */
export function Rest({ afterPictures = false, children }: RestProps) {
  const styles = useStyles();
  return <div className={mergeClasses(styles.rest, afterPictures && styles.afterPictures)}>{children}</div>;
}
