import { makeStyles, tokens } from '@fluentui/react-components';
import type { LinkProps } from '../links';

const useStyles = makeStyles({
  link: { color: tokens.colorBrandForegroundLink, textDecorationLine: 'none', ':hover': { textDecorationLine: 'underline' } },
});

export function TextLink({ to, children, ...props }: LinkProps) {
  const styles = useStyles();
  return (
    <a {...props} href={to} className={styles.link}>
      {children}
    </a>
  );
}
