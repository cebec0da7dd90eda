import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { isKeyVaultId } from '../../api/known-ids';
import { keyVaultAccessQuery } from '../../api/queries';
import { type ChosenMachine, keyVaultIdsOf, keyVaultName } from '../../drafts/backup-draft';
import { useFormat } from '../../i18n/use-format';
import { useText } from '../../i18n/use-text';
import { useAccount } from '../../session/use-account';
import { useEdition } from '../../settings/edition';
import { PlainButton } from '../../ui/buttons';
import { InfoBox } from '../../ui/info-box';
import { ProblemBar } from '../../ui/problem-bar';
import { KeyVaultAccessEntry } from './key-vault-access-entry';
import { messages } from './messages';

const useStyles = makeStyles({
  heading: { margin: '18px 0 6px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  why: { margin: '8px 0', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  list: { margin: '0 0 10px', padding: 0, listStyleType: 'none' },
});

interface KeyVaultNoticeProps {
  machines: readonly ChosenMachine[];
}

/** Which key vaults hold the keys of the chosen machines, what the Backup service reads there, and whether it may. */
export function KeyVaultNotice({ machines }: KeyVaultNoticeProps) {
  const text = useText();
  const format = useFormat();
  const keyVaultIds = keyVaultIdsOf(machines);
  if (keyVaultIds.length === 0) return null;
  return (
    <>
      <InfoBox>{text(messages.keyVaultNotice, { keyVaults: format.list(keyVaultIds.map(keyVaultName)) })}</InfoBox>
      <KeyVaultAccessList keyVaultIds={keyVaultIds} needsKeys={machines.some(({ encryption }) => encryption.kind === 'bek-kek')} />
    </>
  );
}

interface KeyVaultAccessListProps {
  keyVaultIds: readonly string[];
  needsKeys: boolean;
}

function KeyVaultAccessList({ keyVaultIds, needsKeys }: KeyVaultAccessListProps) {
  const styles = useStyles();
  const text = useText();
  const edition = useEdition();
  const { isGuest } = useAccount();
  const question = { edition, keyVaultIds: keyVaultIds.filter(isKeyVaultId), needsKeys };
  const { data: answers, error, isFetching, refetch } = useQuery(keyVaultAccessQuery(question));
  return (
    <section aria-labelledby="key-vault-access" aria-busy={isFetching}>
      <h3 id="key-vault-access" className={styles.heading}>
        {text(messages.accessHeading)}
      </h3>
      {isGuest && <p className={styles.why}>{text(messages.guest)}</p>}
      {error !== null && <ProblemBar problem={error} />}
      {isFetching && answers === undefined && <p className={styles.why}>{text(messages.checking)}</p>}
      <ul className={styles.list} aria-live="polite">
        {answers?.map((access) => (
          <KeyVaultAccessEntry key={access.id} access={access} />
        ))}
      </ul>
      <PlainButton onClick={() => void refetch()} reason={isFetching ? text(messages.checking) : undefined}>
        {text(messages.checkAgain)}
      </PlainButton>
      <p className={styles.why}>{text(messages.keyVaultWhy)}</p>
    </section>
  );
}
