import { makeStyles } from '@fluentui/react-components';
import type { RecoveryPoint } from '@tresor/contracts';
import { useDelegated } from '../../../api/use-delegated';
import { useText } from '../../../language/use-text';
import { paths, useItemPath } from '../../../map/paths';
import { TextLink } from '../../../ui/actions/text-link';
import { explanationOf, pointHelpOf } from '../../../words/verdict-words';
import { messages } from '../messages';

/** Big enough for a finger; the lines above and below lead nowhere. */
const useStyles = makeStyles({
  more: { '@media (pointer: coarse)': { '> a': { display: 'inline-block', minWidth: '44px', padding: '6px 0' } } },
});

interface PointExplanationProps {
  point: RecoveryPoint;
  /** Whether another point may be usable where this one is ruled out. */
  hasOther?: boolean;
}

/** Why a point needs something first, or cannot be used, and what to do, with what helps. */
export function PointExplanation({ point: { verdict, keyChain }, hasOther = true }: PointExplanationProps) {
  const text = useText();
  const styles = useStyles();
  const path = useItemPath();
  const isDelegated = useDelegated()(path.subscriptionId);
  const lines = new Set(explanationOf(verdict, { isDelegated, hasOther }).map((line) => text(line)));
  const about = { machine: path, ...(keyChain && { keyVaultId: keyChain.secret.keyVaultId }) };
  return (
    <>
      <div>{[...lines].join(' ')}</div>
      <div className={styles.more}>
        <TextLink to={paths.helpEntry(path, pointHelpOf(verdict, hasOther), about)} aria-label={text(messages.toHelp)}>
          {text(messages.more)}
        </TextLink>
      </div>
    </>
  );
}
