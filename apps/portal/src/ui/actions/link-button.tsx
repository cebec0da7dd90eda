import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
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
  plain: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
});

/** A way to go that is the nearest thing to do: a link by nature, a button by its looks; plain where it is one of several. */
export function LinkButton({ to, children, plain = false, ...props }: LinkProps & { plain?: boolean }) {
  const styles = useStyles();
  return (
    <a {...props} href={to} className={mergeClasses(styles.button, plain && styles.plain)}>
      {children}
    </a>
  );
}
