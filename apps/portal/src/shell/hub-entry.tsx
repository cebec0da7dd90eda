import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { useText } from '../language/use-text';
import { forcedSelected } from '../theme/forced-colors';
import { palette } from '../theme/theme';
import { messages } from './messages';
import { ServiceIcon } from './service-icon';
import type { Service } from './services';

const INDENT = 14;

export const useEntryStyles = makeStyles({
  entry: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    width: '100%',
    minHeight: '36px',
    padding: `4px 8px 4px ${INDENT}px`,
    boxSizing: 'border-box',
    color: 'inherit',
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'left',
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    hyphens: 'auto',
    ':hover': { backgroundColor: palette.tresorHubHover },
    ':focus-visible': { outline: '2px solid #ffffff', outlineOffset: '-3px' },
  },
  current: { backgroundColor: palette.tresorHubHover, boxShadow: 'inset 3px 0 #59b4d9', ...forcedSelected(INDENT) },
  star: { marginLeft: 'auto', color: '#fcd116' },
});

interface HubEntryProps {
  service: Service;
  /** The open address is this entry's own, or one below it. */
  current: 'page' | 'true' | undefined;
  starred: boolean;
  onLeave: () => void;
}

export const HubEntry = memo(function HubEntry({ service: { name, icon, href = '' }, current, starred, onLeave }: HubEntryProps) {
  const styles = useEntryStyles();
  const text = useText();
  return (
    <a href={href} className={mergeClasses(styles.entry, current && styles.current)} aria-current={current} onClick={onLeave}>
      <ServiceIcon name={icon} />
      <span>{text(name)}</span>
      {starred && (
        <span className={styles.star}>
          <span aria-hidden>★</span>
          <span className="visually-hidden">{text(messages.favorite)}</span>
        </span>
      )}
    </a>
  );
});
