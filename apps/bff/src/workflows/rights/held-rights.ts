import { STEPS, type Place, type Plane, type StepId } from '@tresor/support-matrix';
import type { AzureSession } from '../../azure/connection/azure';
import { idKey, sameId } from '../../azure/connection/arm-id';
import type { OwnGroup } from '../../azure/groups';
import type { OwnRole } from '../../azure/own-roles';
import { grantedToUser, type GrantByPolicy } from '../../azure/key-vault-access/policies';
import type { KeyVault } from '../../azure/key-vault-access/read-key-vault';
import { readPermissions, type Permissions } from '../../azure/permissions';
import { Problem } from '../../problem';

/** What the user holds, each scope asked for once and only where what lies above it does not suffice. */
export class HeldRights {
  readonly #session: AzureSession;
  readonly #known = new Map<string, Promise<Permissions>>();
  readonly #keyVaults: ReadonlyMap<string, KeyVault>;
  readonly #groups: readonly OwnGroup[] | null;
  readonly #roles: readonly OwnRole[];

  constructor(session: AzureSession, keyVaults: readonly KeyVault[], groups: readonly OwnGroup[] | null, roles: readonly OwnRole[] = []) {
    this.#session = session;
    this.#groups = groups;
    this.#roles = roles;
    this.#keyVaults = new Map(keyVaults.map((keyVault) => [idKey(keyVault.id), keyVault]));
  }

  async may(scope: string, plane: Plane, action: string): Promise<boolean | 'hidden'> {
    if (plane === 'access-policy') {
      const grant = this.#byPolicy(scope, action);
      return grant === 'hidden' ? grant : grant !== undefined;
    }
    // A right held above is held below: nothing takes it away again.
    for (const place of scopesAbove(scope)) {
      const { may, mayData } = await this.#at(place);
      if (plane === 'control' ? may(action) : mayData(action)) return true;
    }
    return false;
  }

  /** Names of the groups through which alone a right is held, as far as the user may see what gives it. */
  groupsThatGive(scope: string, plane: Plane, action: string): string[] {
    const { oid } = this.#session.principal;
    const grant = plane === 'access-policy' ? this.#byPolicy(scope, action) : undefined;
    const byRole = this.#roles
      .filter((role) => role.gives(plane, action) && isWithin(scope, role.scope))
      .map(({ principalId }) => principalId);
    const holders = typeof grant === 'object' ? [grant.holder] : byRole;
    if (holders.some((id) => sameId(id, oid))) return [];
    return (this.#groups ?? []).filter(({ id }) => holders.some((holder) => sameId(holder, id))).map(({ name }) => name);
  }

  #byPolicy(keyVaultId: string, permission: string): GrantByPolicy {
    const keyVault = this.#keyVaults.get(idKey(keyVaultId));
    return keyVault && grantedToUser(keyVault.policies, { oid: this.#session.principal.oid, groups: this.#groups }, permission);
  }

  #at(scope: string): Promise<Permissions> {
    const known = this.#known.get(idKey(scope)) ?? readPermissions(this.#session, scope);
    this.#known.set(idKey(scope), known);
    return known;
  }
}

/** Whether a place in a subscription is the scope or lies in it; of management groups Azure lists for a subscription those that it is in. */
export const isWithin = (id: string, scope: string) =>
  !/^\/subscriptions\//i.test(scope) || `${id.toLowerCase()}/`.startsWith(`${scope.toLowerCase()}/`);

/** A scope and those it lies in: its subscription, its group, its resource, itself. */
function scopesAbove(scope: string): string[] {
  const parts = scope.split('/');
  return [...new Set([3, 5, 9, parts.length].map((count) => parts.slice(0, count).join('/')))];
}

/**
 * Refuses anyone who may not take the step at these places, before anything of it is written down. What access policies give is left to the key
 * vault: they are not read here.
 */
export async function requireRights(session: AzureSession, id: StepId, scopes: Partial<Record<Place, string>>): Promise<void> {
  const held = new HeldRights(session, [], []);
  const needs = STEPS.find((step) => step.id === id)?.needs ?? [];
  const judged = needs.map(async ({ place, plane, action }) => {
    const scope = scopes[place];
    return scope === undefined || plane === 'access-policy' || held.may(scope, plane, action);
  });
  if ((await Promise.all(judged)).includes(false)) throw new Problem('forbidden');
}
