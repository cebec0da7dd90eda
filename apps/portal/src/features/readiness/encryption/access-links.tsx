import { useQuery } from '@tanstack/react-query';
import type { KeyVaultAccess, VirtualMachine } from '@tresor/contracts';
import { vaultsQuery } from '../../../api/queries';
import { regionName } from '../../../words/regions';
import { useText } from '../../../language/use-text';
import { paths, useOptionalVaultPath } from '../../../map/paths';
import { TextLink } from '../../../ui/actions/text-link';
import { messages } from './messages';

/** To the key vaults whose access has to be looked at. It is granted beside a Recovery Services vault: the open one, or one for the machine. */
export function AccessLinks({ machine, keyVaults }: { machine: VirtualMachine; keyVaults: readonly KeyVaultAccess[] }) {
  const text = useText();
  const open = keyVaults.filter(({ state }) => state === 'lacking' || state === 'unknown');
  const here = useOptionalVaultPath();
  const { data: vaults } = useQuery({ ...vaultsQuery(), enabled: here === null && open.length > 0 });
  const fitting = vaults?.find(
    ({ subscriptionId, location }) => subscriptionId === machine.subscriptionId && location === machine.location,
  );
  const vault = here ?? (fitting && { ...fitting, vaultName: fitting.name });
  if (vault === undefined && vaults === undefined) return null;
  return open.map(({ id, name }) => (
    <p key={id}>
      {vault === undefined ? (
        <>
          {text(messages.accessLater, { name, region: text(regionName(machine.location)) })}{' '}
          <TextLink to={paths.newVault()}>{text(messages.createVault)}</TextLink>
        </>
      ) : (
        <TextLink to={paths.keyVault(vault, id)}>{text(messages.toAccess, { name })}</TextLink>
      )}
    </p>
  ));
}
