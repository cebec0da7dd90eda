import type { Grant, GrantWay, KeyVaultPath, KeyVaultPermission } from '@tresor/contracts';
import { dataActionsOf } from '@tresor/support-matrix';
import { idKey } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { changePolicy, type PolicyWords } from '../../azure/key-vault-access/policies';
import { administratorRole, assignRole, deleteRole, findRole, makeRole } from '../../azure/key-vault-access/write-role';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import { Problem } from '../../problem';
import { doneBy, isDoneBy } from '../../session/whose';
import type { Grants, StoredGrant } from '../../store/grants';
import { requireRights } from '../rights/held-rights';
import { toGrant } from './answer';
import { lookNow, requireOfKeyVault, type Look } from './look';
import { settle } from './settle';

export interface WantedGrant {
  way: GrantWay;
  permissions: KeyVaultPermission[];
}

interface GrantRequest extends WantedGrant {
  grantId: string;
  /** What was looked at when it was decided. */
  stamp: string;
}

/** Gives the Backup service what it lacks and nothing else. The grant is written down before Azure is told. */
export async function grantAccess(grants: Grants, session: AzureSession, path: KeyVaultPath, request: GrantRequest): Promise<Grant> {
  const look = await lookNow(session, path);
  const known = (await grants.find(request.grantId)) ?? (await begunBefore(grants, session, look, request));
  const grant = known ?? (await grants.write(await plan(session, path, look, request)));
  requireOfKeyVault(session, path, grant);
  const settled = await settle(grants, grant, look.access);
  if (settled.state !== 'written') return toGrant(settled, look.access, look.takesEffectBy);
  await applyGrant(session, look, settled).catch((error: unknown) => giveUp(grants, session, settled, error));
  const { access, takesEffectBy } = await lookNow(session, path);
  const done: StoredGrant = { ...settled, state: 'done', after: access };
  await grants.change('written', done);
  return toGrant(done, access, takesEffectBy);
}

/** The same that ended half done with its process: it is gone on with and not written down once more. */
async function begunBefore(grants: Grants, session: AzureSession, look: Look, request: GrantRequest): Promise<StoredGrant | undefined> {
  const { tid } = session.principal;
  const missing = request.permissions.filter((permission) => !look.held.includes(permission));
  const stored = await grants.list(tid, idKey(look.keyVault.id));
  return stored.find(
    (grant) =>
      grant.state === 'written' &&
      grant.way === request.way &&
      isDoneBy(session, grant) &&
      missing.every((permission) => grant.permissions.includes(permission)) &&
      grant.permissions.every((permission) => request.permissions.includes(permission)),
  );
}

async function plan(session: AzureSession, { subscriptionId }: KeyVaultPath, look: Look, request: GrantRequest): Promise<StoredGrant> {
  const { way, permissions, stamp, grantId } = request;
  const missing = permissions.filter((permission) => !look.held.includes(permission));
  const fits = (way === 'access-policy') === (look.keyVault.model === 'access-policy');
  if (stamp !== look.stamp || !fits || missing.length === 0) throw new Problem('key-vault-changed');
  const place = way === 'access-policy' ? 'policy-key-vault' : 'role-key-vault';
  await requireRights(session, 'grant-access', { [place]: look.keyVault.id });
  const role = await roleFor(session, subscriptionId, request);
  return {
    state: 'written',
    grantId,
    tenantId: session.principal.tid,
    keyVault: idKey(look.keyVault.id),
    ...doneBy(session),
    at: session.now().toISOString(),
    way,
    permissions: missing,
    added: role === null ? wordsOf(missing) : { keys: [], secrets: [] },
    role,
    before: look.access,
    after: null,
    undone: null,
  };
}

/** The role that is given; null where it is an access policy. */
export async function roleFor(
  session: AzureSession,
  subscriptionId: string,
  { way, permissions }: WantedGrant,
): Promise<StoredGrant['role']> {
  if (way === 'access-policy') return null;
  if (way === 'built-in-role') return { ...administratorRole(subscriptionId), dataActions: [] };
  const dataActions = dataActionsOf(permissions);
  return { ...(await findRole(session, subscriptionId, dataActions)), dataActions };
}

export function wordsOf(permissions: readonly KeyVaultPermission[]): PolicyWords {
  const of = (kind: string) => permissions.flatMap((one) => (one.startsWith(`${kind}/`) ? [one.slice(kind.length + 1)] : []));
  return { keys: of('keys'), secrets: of('secrets') };
}

/** Tells Azure, however often it is asked: the same words, the same role, the same assignment. */
async function applyGrant(session: AzureSession, { keyVault, service }: Look, { grantId, added, role }: StoredGrant): Promise<void> {
  if (role === null) return changePolicy(session, 'add', keyVault.id, service, added);
  if (role.isNew) await makeRole(session, role, role.dataActions);
  await assignRole(session, keyVault.id, grantId, service, role);
}

/** What Azure refused, or never heard of, is not remembered; what is in doubt is, and shows when somebody looks again. */
async function giveUp(grants: Grants, session: AzureSession, { grantId, role }: StoredGrant, error: unknown): Promise<never> {
  const refused = error instanceof Problem ? error.code !== 'role-not-known-yet' : error instanceof UpstreamFailure && !error.inDoubt;
  if (refused) {
    if (role?.isNew) await deleteRole(session, role).catch(() => undefined);
    await grants.drop(grantId);
  }
  throw error;
}
