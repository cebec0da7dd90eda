import { makeStyles } from '@fluentui/react-components';
import { findRule, limitOf, type RuleId } from '@tresor/support-matrix';
import { useCallback } from 'react';
import { RULE_WORDS } from '../../words/rules';
import { useText } from '../../language/use-text';
import { useEdition } from '../../kept/edition';
import { defineMessages } from '../../language/messages';
import { paths } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import { SourceLine } from '../../ui/feedback/source-line';

const messages = defineMessages({ inMatrix: { de: 'Regel in der Supportmatrix', en: 'Rule in the support matrix' } });

const useStyles = makeStyles({
  part: { margin: '4px 0' },
});

/** Reason and remedy of a rule in the edition in force; null for an id that is no rule. */
export function useRuleWords() {
  const text = useText();
  const edition = useEdition();
  return useCallback(
    (id: string) => {
      const rule = findRule(id);
      if (rule === undefined) return null;
      const { reason, remedy } = RULE_WORDS[rule.id];
      const values = { limit: limitOf(rule.id, edition) ?? 0 };
      return { reason: text(reason, values), remedy: text(remedy, values) };
    },
    [text, edition],
  );
}

/** What to do about a rule, and the text it rests on. */
export function RuleRemedy({ ruleId, withReason = false }: { ruleId: RuleId; withReason?: boolean }) {
  const styles = useStyles();
  const text = useText();
  const edition = useEdition();
  const words = useRuleWords()(ruleId);
  const source = findRule(ruleId)?.editions[edition]?.source;
  return (
    <>
      {withReason && <p className={styles.part}>{words?.reason}</p>}
      <p className={styles.part}>{words?.remedy}</p>
      {source !== undefined && <SourceLine source={source} />}
      <p className={styles.part}>
        <TextLink to={paths.supportMatrixEntry({ entry: ruleId })}>{text(messages.inMatrix)}</TextLink>
      </p>
    </>
  );
}
