import { makeStyles, tokens } from '@fluentui/react-components';
import { memo, type MouseEvent } from 'react';
import { useText } from '../language/use-text';
import { isPlainClick } from '../ui/links';
import { messages } from './messages';
import { useReturn } from './use-close-blade';
import type { OpenBlade } from './use-open-blades';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    height: '32px',
    margin: 0,
    padding: '0 12px',
    listStyleType: 'none',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
  },
  entry: {
    minWidth: '20px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '&:last-child': { flexShrink: 0, maxWidth: '70%' },
    // Two steps back fit on a telephone; the bar above leads to the start.
    '&:nth-last-child(n + 4)': { '@media (max-width: 639px)': { display: 'none' } },
    '&:nth-last-child(3):not(:first-child)': { '@media (max-width: 639px)': { minWidth: '56px' } },
    '&:nth-last-child(3):not(:first-child)::before': { '@media (max-width: 639px)': { content: '"… ›"' } },
    '&:not(:first-child)::before': { content: '"›"', marginRight: '6px', color: tokens.colorNeutralForeground3 },
  },
  link: { padding: '8px 0', color: tokens.colorBrandForegroundLink },
});

/** Where the user is; also the way back to blades that have no room. */
export const Trail = memo(function Trail({ blades }: { blades: readonly OpenBlade[] }) {
  const styles = useStyles();
  const text = useText();
  const goBack = useReturn();
  const newest = blades.length - 1;
  const backTo = (to: string) => (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    goBack(to);
  };
  return (
    <nav aria-label={text(messages.trail)}>
      <ol className={styles.list}>
        <li className={styles.entry}>
          <a href="/" className={styles.link} onClick={backTo('/')}>
            {text(messages.home)}
          </a>
        </li>
        {blades.map(({ pathname, title }, depth) => (
          <li key={pathname} className={styles.entry} title={title}>
            {depth === newest ? (
              <span aria-current="page">{title}</span>
            ) : (
              <a href={pathname} className={styles.link} onClick={backTo(pathname)}>
                {title}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
});
