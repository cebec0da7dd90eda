import { useQuery } from '@tanstack/react-query';
import type { JobId, LetIn as Access, VaultPath } from '@tresor/contracts';
import { letInQuery } from '../../../api/restore-queries';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { InfoBox } from '../../../ui/feedback/info-box';
import { keyMessages as messages } from './key-messages';

/** Who may work in the key vaults that this restore has made. */
export function LetIn({ path, jobId }: { path: VaultPath; jobId: JobId }) {
  const text = useText();
  const format = useFormat();
  const { data = [] } = useQuery(letInQuery(path, jobId));
  const namesIn = ({ user, backup, groups, people, others }: Access) =>
    format.list([
      ...(user ? [text(messages.you)] : []),
      ...people,
      ...groups.map((name) => text(messages.groupOf, { name })),
      ...(backup ? ['Azure Backup'] : []),
      ...(others === 0 ? [] : [text(messages.others, { count: others })]),
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
