import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { isKeyVaultId } from '../../api/known-ids';
import { keyVaultAccessQuery } from '../../api/queries';
import { useText } from '../../language/use-text';
import { useAccount } from '../../session/use-account';
import { PlainButton } from '../../ui/actions/buttons';
import { ProblemBar } from '../../ui/feedback/problem-bar';
import { KeyVaultAccessEntry } from './key-vault-access-entry';
import { byNeed } from '../../words/key-vault-access';
import { messages } from './messages';

const useStyles = makeStyles({
  heading: { margin: '18px 0 6px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  why: { margin: '8px 0', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  list: { margin: '0 0 10px', padding: 0, listStyleType: 'none' },
});

interface KeyVaultAccessListProps {
  keyVaultIds: readonly string[];
  needsKeys: boolean;
  /** The blade of a key vault, where access is granted. */
  hrefOf: (keyVaultId: string) => string;
}

type Question = Pick<KeyVaultAccessListProps, 'keyVaultIds' | 'needsKeys'>;

/** Whether Azure Backup may read each key vault. */
export function useKeyVaultAccess({ keyVaultIds, needsKeys }: Question) {
  return useQuery(keyVaultAccessQuery({ keyVaultIds: keyVaultIds.filter(isKeyVaultId), needsKeys }));
}

/** What Azure Backup may read in each key vault, and the way to let it in. */
export function KeyVaultAccessList({ hrefOf, ...question }: KeyVaultAccessListProps) {
  const styles = useStyles();
  const text = useText();
  const { isGuest } = useAccount();
  const { data: answers, error, isFetching, refetch } = useKeyVaultAccess(question);
  return (
    <section aria-labelledby="key-vault-access" aria-busy={isFetching}>
      <h3 id="key-vault-access" className={styles.heading}>
        {text(messages.heading)}
      </h3>
      {isGuest && <p className={styles.why}>{text(messages.guest)}</p>}
      {error !== null && <ProblemBar problem={error} />}
      {isFetching && answers === undefined && <p className={styles.why}>{text(messages.checking)}</p>}
      <ul className={styles.list} aria-live="polite">
        {answers?.toSorted(byNeed).map((access) => (
          <KeyVaultAccessEntry key={access.id} access={access} href={hrefOf(access.id)} />
        ))}
      </ul>
      <PlainButton onClick={() => void refetch()} reason={isFetching ? text(messages.checking) : undefined}>
        {text(messages.checkAgain)}
      </PlainButton>
      <p className={styles.why}>{text(messages.why)}</p>
    </section>
  );
}
