import type { KeyVaultAccess, MachinePath } from '@tresor/contracts';
import { useParams } from 'react-router';
import { useText } from '../../i18n/use-text';
import { paths } from '../../paths';
import { TextLink } from '../../ui/text-link';
import { messages } from './messages';

/** To the key vaults whose access has to be looked at; only beside a Recovery Services vault, where it is granted. */
export function AccessLinks({ path, keyVaults }: { path: MachinePath; keyVaults: readonly KeyVaultAccess[] }) {
  const text = useText();
  const { resourceGroup, vaultName } = useParams();
  const open = keyVaults.filter(({ state }) => state === 'lacking' || state === 'unknown');
  if (resourceGroup === undefined || vaultName === undefined || open.length === 0) return null;
  return open.map(({ id, name }) => (
    <p key={id}>
      <TextLink to={paths.keyVault({ subscriptionId: path.subscriptionId, resourceGroup, vaultName }, id)}>
        {text(messages.toAccess, { name })}
      </TextLink>
    </p>
  ));
}
