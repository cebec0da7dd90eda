import type { Grant, ServiceAccess } from '@tresor/contracts';
import { sameAccess } from '../../azure/key-vault-access/service-access';
import type { StoredGrant } from '../../store/grants';

/** A grant as it is answered. What can still be undone follows from how the access is now. */
export const toGrant = (grant: StoredGrant, now: ServiceAccess | null, takesEffectBy: string | null): Grant => ({
  grantId: grant.grantId,
  by: grant.by,
  at: grant.at,
  way: grant.way,
  permissions: grant.permissions,
  roleName: grant.role?.name ?? null,
  before: grant.before,
  after: grant.after,
  undone: grant.undone,
  takesEffectBy: grant.state === 'done' ? takesEffectBy : null,
  undo: undoOf(grant, now),
});

function undoOf({ state, after }: StoredGrant, now: ServiceAccess | null): Grant['undo'] {
  if (state === 'undone') return 'undone';
  if (state !== 'done' || after === null) return 'uncertain';
  return now !== null && sameAccess(after, now) ? 'possible' : 'changed';
}
