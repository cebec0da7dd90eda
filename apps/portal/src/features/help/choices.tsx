import { useQuery } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { useAbout } from '../../map/about';
import { itemsQuery, vaultsQuery } from '../../api/queries';
import { paths } from '../../map/paths';
import { ChooseOne } from './choose-one';
import { fixMessages as messages } from './fix-messages';
import type { HelpEntry } from './help-entry-kind';

/** Where no vault is open, what can be done begins with one. */
export function ChooseVault({ entry }: { entry: HelpEntry }) {
  const about = useAbout();
  return (
    <ChooseOne
      read={useQuery(vaultsQuery())}
      question={messages.chooseVault}
      filterLabel={messages.filterVaults}
      empty={messages.noVault}
      href={({ subscriptionId, resourceGroup, name }) =>
        paths.helpEntry({ subscriptionId, resourceGroup, vaultName: name }, [entry.id], about)
      }
    />
  );
}

/** The backup items of the vault: the entry of the chosen one offers what can be done with it. */
export function ChooseMachine({ entry, vault }: { entry: HelpEntry; vault: VaultPath }) {
  const about = useAbout();
  return (
    <ChooseOne
      read={useQuery(itemsQuery(vault))}
      question={messages.chooseMachine}
      filterLabel={messages.filterMachines}
      empty={messages.noMachine}
      href={({ resourceGroup, name }) =>
        paths.helpEntry(vault, [entry.id], { ...about, machine: { vmGroup: resourceGroup, vmName: name } })
      }
    />
  );
}
