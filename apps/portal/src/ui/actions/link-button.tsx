import { makeStyles, tokens } from '@fluentui/react-components';
import type { LinkProps } from '../links';

const useStyles = makeStyles({
  button: {
    display: 'inline-block',
    minHeight: '26px',
    padding: '3px 12px',
    boxSizing: 'border-box',
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: '1px solid transparent',
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

/** A way to go that is the nearest thing to do: a link by nature, a button by its looks. */
export function LinkButton({ to, children, ...props }: LinkProps) {
  const styles = useStyles();
  return (
    <a {...props} href={to} className={styles.button}>
      {children}
    </a>
  );
}
