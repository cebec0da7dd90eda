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
      const concerned = keyVaults.filter(({ findings }) => findings.includes(finding));
      const names = format.list(concerned.map(({ name }) => name));
      const said = text(findingWords[finding], { keyVaults: names, count: concerned.length });
      if (finding !== 'key-vault-deleted') return said;
      const kept = concerned.flatMap(({ name, keptUntil }) =>
        keptUntil === null ? [] : [text(messages.keptUntil, { keyVault: name, until: format.date(keptUntil) })],
      );
      return [said, ...kept].join(' ');
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
