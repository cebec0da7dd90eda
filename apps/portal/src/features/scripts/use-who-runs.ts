import { useQuery } from '@tanstack/react-query';
import type { Dialect, Wanted } from '@tresor/scripts';
import { sameName, type Place, type PlaceRights } from '@tresor/support-matrix';
import { subscriptionsQuery } from '../../api/queries';
import { useDelegated } from '../../api/use-delegated';
import { defineMessages, type Message } from '../../language/messages';
import { useText } from '../../language/use-text';
import { messages } from './messages';
import { delegatedScript, scriptRights, type DelegatedScript } from './script-rights';

const places: Readonly<Record<Place, Message>> = defineMessages({
  vault: { de: 'am Recovery Services-Tresor', en: 'on the Recovery Services vault' },
  subscription: { de: 'am Abonnement', en: 'on the subscription' },
  machine: { de: 'an jedem virtuellen Computer', en: 'on each virtual machine' },
  group: { de: 'an der Ressourcengruppe, in der etwas entsteht', en: 'on the resource group where something is created' },
  'disk-group': {
    de: 'an der Ressourcengruppe der wiederhergestellten Datenträger',
    en: 'on the resource group of the restored disks',
  },
  network: { de: 'am Subnetz', en: 'on the subnet' },
  'storage-account': { de: 'am Speicherkonto', en: 'on the storage account' },
  'key-vault': { de: 'an jedem Schlüsseltresor', en: 'on each key vault' },
  'policy-key-vault': { de: 'an Schlüsseltresoren mit Zugriffsrichtlinien', en: 'on key vaults with access policies' },
  'role-key-vault': { de: 'an Schlüsseltresoren mit Azure RBAC', en: 'on key vaults with Azure RBAC' },
  guard: { de: 'am Resource Guard des Tresors', en: 'on the vault’s Resource Guard' },
  'guarded-vault': { de: 'am Tresor mit Resource Guard', en: 'on the vault with a Resource Guard' },
});

/** Names of what is needed at a place; `never`: no delegation holds it. */
function namesAt({ roles, permissions, delegable }: PlaceRights, { isForCustomer, byCustomer }: DelegatedScript) {
  const all = [...roles, ...permissions];
  if (delegable.never.length === 0) return { names: isForCustomer ? delegable.roles : all, never: [] };
  if (byCustomer.length === 0) return { names: all, never: [] };
  return { names: delegable.roles, never: all.filter((name) => !delegable.roles.includes(name)) };
}

interface WhoRuns {
  /** What the person who runs a script must be allowed, a line a place. */
  rights: string[];
  /** Where none but a customer can run it, a sentence for each subscription. */
  byCustomer: string[];
}

/** Who can run a script. */
export function useWhoRuns(): (wanted: Wanted, dialect: Dialect) => WhoRuns {
  const text = useText();
  const isDelegated = useDelegated();
  const { data: subscriptions = [] } = useQuery(subscriptionsQuery());
  const nameOf = (id: string) => subscriptions.find(({ subscriptionId }) => sameName(subscriptionId, id))?.name ?? id;
  return (wanted, dialect) => {
    const delegated = delegatedScript(wanted, dialect, isDelegated);
    return {
      rights: scriptRights(wanted, dialect).flatMap((rights) => {
        const { names, never } = namesAt(rights, delegated);
        const place = text(places[rights.place]);
        return [
          ...(names.length > 0 ? [`${names.join(', ')} (${place})`] : []),
          ...(never.length > 0 ? [`${never.join(', ')} (${place}; ${text(messages.notDelegable)})`] : []),
        ];
      }),
      byCustomer: delegated.byCustomer.map((id) => text(messages.byCustomer, { subscription: nameOf(id) })),
    };
  };
}
