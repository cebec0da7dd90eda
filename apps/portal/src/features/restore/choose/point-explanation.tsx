import type { RecoveryPoint } from '@tresor/contracts';
import { useDelegated } from '../../../azure/estate/use-delegated';
import { useText } from '../../../language/use-text';
import { paths, useItemPath } from '../../../map/paths';
import { TextLink } from '../../../ui/actions/text-link';
import { explanationOf } from '../../../words/verdict-words';
import { messages } from '../messages';

/** Why a point needs something first, or cannot be used, and what to do, with what helps. */
export function PointExplanation({ point: { verdict, keyChain } }: { point: RecoveryPoint }) {
  const text = useText();
  const path = useItemPath();
  const isDelegated = useDelegated()(path.subscriptionId);
  const lines = new Set(explanationOf(verdict, isDelegated).map((line) => text(line)));
  const about = { machine: path, ...(keyChain && { keyVaultId: keyChain.secret.keyVaultId }) };
  const codes = verdict.reasons.map((reason) => `point-${reason}`);
  return (
    <>
      <div>{[...lines].join(' ')}</div>
      <TextLink to={paths.helpEntry(path, codes, about)} aria-label={text(messages.toHelp)}>
        {text(messages.more)}
      </TextLink>
    </>
  );
}
