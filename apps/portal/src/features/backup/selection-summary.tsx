import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRight20Regular } from '@fluentui/react-icons';
import { type JudgementContext, limitOf } from '@tresor/support-matrix';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { forcedSelected } from '../../theme/forced-colors';
import { palette } from '../../theme/theme';
import { machineMessages as messages } from './machine-messages';
import { roomIn } from './selection';

const useStyles = makeStyles({
  summary: { flexShrink: 0, borderTop: `1px solid ${palette.tresorLine}` },
  selected: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    width: '100%',
    padding: '7px 5px',
    color: 'inherit',
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-2px' },
    '&[aria-pressed="true"]': { backgroundColor: palette.tresorRowSelected, ...forcedSelected(12) },
  },
  line: { display: 'block' },
  hint: { margin: 0, padding: '0 6px 8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  /** As high before it is known how many the vault takes: nothing above it moves then. */
  limit: { minHeight: '40px', margin: 0, padding: '0 6px 8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface SelectionSummaryProps {
  selected: number;
  context: JudgementContext | undefined;
  /** Whether it is known how many the vault protects already. */
  counted: boolean;
  /** Only the selected machines are listed. */
  alone: boolean;
  onAlone: (alone: boolean) => void;
}

/** How many machines are selected, which those are, and how many the vault takes. */
export function SelectionSummary({ selected, context, counted, alone, onAlone }: SelectionSummaryProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const limit = context && limitOf('vault-full', context.edition);
  return (
    <div className={styles.summary}>
      <button
        type="button"
        className={styles.selected}
        aria-pressed={alone}
        title={text(alone ? messages.listAll : messages.listSelected)}
        onClick={() => onAlone(!alone)}
      >
        <span>
          <span className={styles.line}>{text(messages.selected)}</span> <span className={styles.line}>{format.number(selected)}</span>
        </span>
        <ChevronRight20Regular aria-hidden />
      </button>
      <output className="visually-hidden">{text(messages.selectedCount, { count: selected })}</output>
      {context?.edition === 'current' && <p className={styles.hint}>{text(messages.ownSubscription)}</p>}
      {limit !== null && (
        <p className={styles.limit}>
          {context !== undefined &&
            limit !== undefined &&
            (counted
              ? text(messages.limit, { limit, count: context.vault.protectedItemCount, room: roomIn(context) })
              : text(messages.limitUncounted, { limit }))}
        </p>
      )}
    </div>
  );
}
