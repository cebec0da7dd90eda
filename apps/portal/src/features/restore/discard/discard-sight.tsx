import type { DiscardItem, DiscardPlan } from '@tresor/contracts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { useMissingWords } from '../../../azure/rights/use-missing-words';
import { InfoBox } from '../../../ui/feedback/info-box';
import { discardMessages as messages, kindsWords } from './discard-messages';

/** What the person lacks for things to go that stay, each said once. */
export function useLacking(): (items: readonly DiscardItem[]) => string[] {
  const wordsOf = useMissingWords();
  return (items) => [...new Set(items.flatMap(({ missing }) => (missing === null ? [] : wordsOf(missing))))];
}

/** Why things stay or are not in the list at all, and what the person would need. */
export function DiscardSight({ plan: { items, unseen, toSee } }: { plan: DiscardPlan }) {
  const text = useText();
  const format = useFormat();
  const wordsOf = useMissingWords();
  const lacking = useLacking()(items);
  if (lacking.length === 0 && toSee === null) return null;
  return (
    <InfoBox>
      {lacking.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {toSee !== null && (
        <p>
          {text(messages.unseen, { kinds: format.list(unseen.map((kind) => text(kindsWords[kind]))) })} {wordsOf(toSee)}
        </p>
      )}
    </InfoBox>
  );
}
