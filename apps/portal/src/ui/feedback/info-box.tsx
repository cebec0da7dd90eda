import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { palette } from '../../theme/theme';

const useStyles = makeStyles({
  box: { display: 'flex', margin: '11px 0 8px', border: '1px solid transparent', backgroundColor: palette.tresorInfoPanel },
  strip: { display: 'grid', placeItems: 'center', flexShrink: 0, width: '42px', backgroundColor: palette.tresorInfoStrip },
  badge: {
    display: 'grid',
    placeItems: 'center',
    width: '28px',
    height: '28px',
    boxSizing: 'border-box',
    border: '1px solid transparent',
    borderRadius: '50%',
    color: '#ffffff',
    backgroundColor: palette.tresorInfoBadge,
    fontFamily: 'Georgia, serif',
    fontSize: '20px',
    fontWeight: 700,
  },
  text: {
    minWidth: 0,
    padding: '8px 12px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    '& p': { margin: '4px 0' },
  },
});

/** The grey box with the round blue i. */
export function InfoBox({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return (
    <div role="note" className={styles.box}>
      <div className={styles.strip}>
        <span aria-hidden className={styles.badge}>
          i
        </span>
      </div>
      <div className={styles.text}>{children}</div>
    </div>
  );
}
