import { useQuery } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import { lazy, Suspense } from 'react';
import { loadPart } from '../../api/load-code';
import { subscriptionsQuery } from '../../api/queries';

const DelegationLimits = lazy(() => loadPart(() => import('./delegation-limits')));

interface DelegatedNoteProps {
  vault: VaultPath;
  /** The machine that is brought back; without one, machines are to be backed up. */
  machine?: string;
}

/** Before the first step in a subscription that a customer has delegated by Azure Lighthouse: what cannot be done with its keys, and who can. */
export function DelegatedNote({ vault, machine }: DelegatedNoteProps) {
  const { data = [] } = useQuery(subscriptionsQuery());
  const subscription = data.find(({ subscriptionId }) => sameName(subscriptionId, vault.subscriptionId));
  if (subscription?.customerTenantId == null) return null;
  return (
    <Suspense>
      <DelegationLimits
        subscription={subscription.name}
        tenant={subscription.customerTenantId}
        vaultName={vault.vaultName}
        {...(machine !== undefined && { machine })}
      />
    </Suspense>
  );
}
