import { makeStyles, tokens } from '@fluentui/react-components';
import { type JudgementContext, limitOf } from '@tresor/support-matrix';
import { useFormat } from '../../i18n/use-format';
import { useText } from '../../i18n/use-text';
import { palette } from '../../theme/theme';
import { machineMessages as messages } from './machine-messages';
import { roomIn } from './selection';

const useStyles = makeStyles({
  summary: { flexShrink: 0, padding: '8px 6px', borderTop: `1px solid ${palette.tresorLine}` },
  limit: { margin: '4px 0 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** How many machines are selected, and how many the vault takes. */
export function SelectionSummary({ selected, context }: { selected: number; context: JudgementContext | undefined }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const limit = context && limitOf('vault-full', context.edition);
  return (
    <div className={styles.summary}>
      <div>{text(messages.selected)}</div>
      <div aria-live="polite">{format.number(selected)}</div>
      {context !== undefined && limit != null && (
        <p className={styles.limit}>{text(messages.limit, { limit, count: context.vault.protectedItemCount, room: roomIn(context) })}</p>
      )}
    </div>
  );
}
