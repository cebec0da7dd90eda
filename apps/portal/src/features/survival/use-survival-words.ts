import type { KeySurvival, SurvivalFinding } from '@tresor/contracts';
import { useCallback } from 'react';
import { useNeedWords } from '../../azure/rights/use-need-words';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { happenedBy } from '../../words/problem-texts';
import { findingWords, messages } from './messages';

/** What was found of a machine's keys, in sentences: of one finding, and of the worst with what one would need to see more. */
export function useSurvivalWords() {
  const text = useText();
  const format = useFormat();
  const needWords = useNeedWords();

  const ofFinding = useCallback(
    ({ keyVaults }: KeySurvival, finding: SurvivalFinding): string => {
      const said = text(findingWords[finding], { keyVaults: format.list(keyVaults.map(({ name }) => name)) });
      const until = keyVaults.find(({ keptUntil }) => keptUntil !== null)?.keptUntil ?? null;
      if (finding !== 'key-vault-deleted' || until === null) return said;
      return `${said} ${text(messages.keptUntil, { until: format.date(until) })}`;
    },
    [text, format],
  );

  const ofRow = useCallback(
    (row: KeySurvival): string => {
      const [worst] = row.findings;
      if (row.problem !== null) return text(messages.notRead, { problem: text(happenedBy(row.problem) ?? messages.none) });
      const needs = row.needs.length > 0 ? ` ${text(messages.needs, { needs: needWords(row.needs) })}` : '';
      return worst === undefined ? text(messages.nothingFound) : `${ofFinding(row, worst)}${needs}`;
    },
    [text, needWords, ofFinding],
  );

  return { ofFinding, ofRow };
}
