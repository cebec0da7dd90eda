import { useQuery } from '@tanstack/react-query';
import type { JobId, LetIn as Access, VaultPath } from '@tresor/contracts';
import { letInQuery } from '../../api/restore-queries';
import { useFormat } from '../../i18n/use-format';
import { useText } from '../../i18n/use-text';
import { InfoBox } from '../../ui/info-box';
import { keyMessages as messages } from './key-messages';

const KINDS = { group: messages.groupOf, application: messages.application };

/** Who may work in the key vaults that this restore has made. */
export function LetIn({ path, jobId }: { path: VaultPath; jobId: JobId }) {
  const text = useText();
  const format = useFormat();
  const { data = [] } = useQuery(letInQuery(path, jobId));
  const namesIn = ({ principals, unnamed }: Access) =>
    format.list([
      ...principals.map(({ kind, name }) => (kind === 'user' ? name : text(KINDS[kind], { name }))),
      ...(unnamed === 0 ? [] : [text(messages.unnamed, { count: unnamed })]),
    ]);
  if (data.length === 0) return null;
  return (
    <InfoBox>
      {data.map((one) => (
        <p key={one.keyVaultName}>{text(messages.letIn, { keyVault: one.keyVaultName, names: namesIn(one) })}</p>
      ))}
    </InfoBox>
  );
}
