import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark24Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { useId } from 'react';
import { useText } from '../../language/use-text';
import { forcedSelected, forcedUnavailable } from '../../theme/forced-colors';
import { palette } from '../../theme/theme';
import { messages } from '../messages';
import { StatusIcon } from '../feedback/status-badge';
import type { Status } from '../../words/status';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    alignItems: 'center',
    gap: '14px',
    minHeight: '71px',
    padding: '6px 8px 6px 18px',
    boxSizing: 'border-box',
    width: '100%',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: '19px',
    textAlign: 'left',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    border: '1px solid transparent',
    borderBottomColor: palette.tresorLine,
    ':hover': { backgroundColor: palette.tresorCardDone },
    ':focus-visible': {
      outline: '2px solid transparent',
      outlineOffset: '-2px',
      backgroundColor: palette.tresorCardDone,
      boxShadow: `inset 0 0 0 2px ${palette.tresorCardBorder}`,
    },
  },
  selected: { backgroundColor: palette.tresorCardSelected, ...forcedSelected(19) },
  locked: { cursor: 'default', ':hover': { backgroundColor: 'transparent' }, ...forcedUnavailable },
  number: { width: '28px', flexShrink: 0, fontSize: '34px', lineHeight: 1, fontWeight: 300, color: palette.tresorStepReached },
  ahead: { color: palette.tresorStepAhead },
  words: { flexGrow: 1, minWidth: 0 },
  line: { display: 'block' },
  subline: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  tick: { flexShrink: 0, marginLeft: '-8px', color: palette.tresorTick },
  chevron: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
});

interface StepCardProps {
  number: number;
  title: string;
  /** What was chosen, or an invitation to choose. */
  subline: string;
  /** Link to the blade of the step. */
  to: string;
  done?: boolean;
  /** How a step stands that is not done, where the subline says it in words. */
  status?: Status | undefined;
  /** The step's blade is open beside this one. */
  selected?: boolean;
  /** Why the step cannot be opened yet. */
  lockedReason?: string | undefined;
}

/** One numbered step of a wizard. */
export function StepCard({ number, title, subline, to, done = false, status, selected = false, lockedReason }: StepCardProps) {
  const styles = useStyles();
  const text = useText();
  const reasonId = useId();
  const content = (
    <>
      <span aria-hidden className={mergeClasses(styles.number, !done && !selected && styles.ahead)}>
        {number}
      </span>
      <span className={styles.words}>
        <span className="visually-hidden">{number}. </span>
        <span className={styles.line}>{title}</span>
        <span className={mergeClasses(styles.line, styles.subline)}>{subline}</span>
      </span>
      {done && (
        <span className={styles.tick}>
          <Checkmark24Regular aria-hidden />
          <span className="visually-hidden">{text(messages.stepDone)}</span>
        </span>
      )}
      {!done && status !== undefined && <StatusIcon status={status} />}
      {!done && status === undefined && <ChevronRight20Regular aria-hidden className={styles.chevron} />}
    </>
  );
  if (lockedReason !== undefined) {
    return (
      <button
        type="button"
        aria-disabled
        title={lockedReason}
        aria-describedby={reasonId}
        className={mergeClasses(styles.card, styles.locked)}
      >
        {content}
        <span id={reasonId} hidden>
          {lockedReason}
        </span>
      </button>
    );
  }
  return (
    <a href={to} aria-current={selected ? 'step' : undefined} className={mergeClasses(styles.card, selected && styles.selected)}>
      {content}
    </a>
  );
}
