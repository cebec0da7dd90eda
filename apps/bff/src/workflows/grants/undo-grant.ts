import type { Grant, KeyVaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { changePolicy } from '../../azure/key-vault-access/policies';
import { sameAccess } from '../../azure/key-vault-access/service-access';
import { deleteRole, unassignRole } from '../../azure/key-vault-access/write-role';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import { Problem } from '../../problem';
import { doneBy } from '../../session/whose';
import type { Grants, StoredGrant } from '../../store/grants';
import { toGrant } from './answer';
import { lookNow, requireOfKeyVault, type Look } from './look';
import { settle } from './settle';

/** Takes back exactly what a grant gave, unless somebody changed the service's access since. */
export async function undoGrant(grants: Grants, session: AzureSession, path: KeyVaultPath, grantId: string): Promise<Grant> {
  const look = await lookNow(session, path);
  const known = await grants.find(grantId);
  if (!known) throw new Problem('grant-not-found');
  requireOfKeyVault(session, path, known);
  const grant = await settle(grants, known, look.access);
  if (grant.state === 'undone') return toGrant(grant, look.access, null);
  if (grant.state !== 'done' || grant.after === null || !sameAccess(grant.after, look.access)) throw new Problem('grant-changed');

  const undoing: StoredGrant = { ...grant, state: 'undoing', undone: { by: doneBy(session).by, at: session.now().toISOString() } };
  if (!(await grants.change('done', undoing))) throw new Problem('conflict');
  await takeBack(session, look, grant).catch(async (error: unknown) => {
    if (error instanceof UpstreamFailure && !error.inDoubt) await grants.change('undoing', grant);
    throw error;
  });
  const { access } = await lookNow(session, path);
  const undone: StoredGrant = { ...undoing, state: 'undone' };
  await grants.change('undoing', undone);
  return toGrant(undone, access, null);
}

async function takeBack(session: AzureSession, { keyVault, service }: Look, { grantId, added, role }: StoredGrant): Promise<void> {
  if (role === null) return changePolicy(session, 'remove', keyVault.id, service, added);
  await unassignRole(session, keyVault.id, grantId);
  // The access is gone. A role that stays for want of the right to delete it gives nobody anything.
  if (role.isNew) await deleteRole(session, role).catch(() => undefined);
}
