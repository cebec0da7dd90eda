import { makeStyles, tokens } from '@fluentui/react-components';
import { Link, type LinkProps } from 'react-router';

const useStyles = makeStyles({
  link: { color: tokens.colorBrandForegroundLink, textDecorationLine: 'none', ':hover': { textDecorationLine: 'underline' } },
});

export function TextLink(props: Omit<LinkProps, 'className'>) {
  const styles = useStyles();
  return <Link {...props} className={styles.link} />;
}
