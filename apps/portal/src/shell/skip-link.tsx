import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../language/use-text';
import { messages } from './messages';

const useStyles = makeStyles({
  link: {
    position: 'fixed',
    zIndex: 30,
    top: '4px',
    left: '4px',
    padding: '8px 12px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    ':not(:focus)': { clipPath: 'inset(100%)' },
  },
});

/** The newest heading of the page: blades stand in the order in which they were opened. */
const focusNewest = () =>
  [...document.querySelectorAll<HTMLElement>('main h2[tabindex], main h1')].findLast((heading) => heading.checkVisibility())?.focus();

/** The first thing Tab reaches; leads past the bar and the menus. */
export function SkipLink() {
  const styles = useStyles();
  const text = useText();
  return (
    <button type="button" className={styles.link} onClick={focusNewest}>
      {text(messages.skip)}
    </button>
  );
}
