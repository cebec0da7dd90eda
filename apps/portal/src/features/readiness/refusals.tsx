import { makeStyles } from '@fluentui/react-components';
import type { RuleId } from '@tresor/support-matrix';
import { useRuleWords } from '../../azure/machines/rule-explanation';
import { useText } from '../../language/use-text';
import { Disclosure } from '../../ui/layout/disclosure';
import { messages } from './messages';

const useStyles = makeStyles({
  list: { margin: '4px 0', paddingLeft: '20px' },
  reason: { margin: '4px 0' },
});

/** Each reason once, which many rows of the list have. */
export function Refusals({ refusals }: { refusals: readonly (readonly [ruleId: RuleId, count: number])[] }) {
  const styles = useStyles();
  const text = useText();
  const ruleWords = useRuleWords();
  if (refusals.length === 0) return null;
  const label = text(messages.reasons, { count: refusals.length });
  return (
    <div>
      <Disclosure label={label} name={label}>
        <ul className={styles.list}>
          {refusals.map(([ruleId, count]) => (
            <li key={ruleId} className={styles.reason}>
              {text(messages.reasonFor, { reason: ruleWords(ruleId)?.reason ?? ruleId, count })}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
