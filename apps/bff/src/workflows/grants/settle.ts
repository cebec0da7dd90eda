import type { ServiceAccess } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import { sameAccess } from '../../azure/key-vault-access/service-access';
import type { Grants, StoredGrant } from '../../store/grants';

/** Where a process ended between telling Azure and hearing from it, what is there now says what came of it. */
export async function settle(grants: Grants, grant: StoredGrant, now: ServiceAccess): Promise<StoredGrant> {
  const settled = settledBy(grant, now);
  if (settled === undefined) return grant;
  await grants.change(grant.state, settled);
  return settled;
}

function settledBy(grant: StoredGrant, now: ServiceAccess): StoredGrant | undefined {
  if (grant.state === 'written' && isThere(grant, now)) return { ...grant, state: 'done', after: now };
  if (grant.state !== 'undoing') return undefined;
  if (sameAccess(grant.before, now)) return { ...grant, state: 'undone' };
  return grant.after && sameAccess(grant.after, now) ? { ...grant, state: 'done', undone: null } : undefined;
}

/** Whether what the grant was to add is there. */
function isThere({ grantId, role, added }: StoredGrant, { policy, roles }: ServiceAccess): boolean {
  if (role !== null) return roles.some(({ assignment }) => sameName(assignment, grantId));
  return added.keys.every((word) => policy?.keys.includes(word)) && added.secrets.every((word) => policy?.secrets.includes(word));
}
