import type { Plane } from '@tresor/support-matrix';
import type { AzureSession } from '../../azure/connection/azure';
import { idKey } from '../../azure/connection/arm-id';
import { policyGrants } from '../../azure/key-vault-access/policies';
import type { KeyVault } from '../../azure/key-vault-access/read-key-vault';
import { readPermissions, type Permissions } from '../../azure/permissions';

/** What the user holds, each scope asked for once and only where what lies above it does not suffice. */
export class HeldRights {
  readonly #session: AzureSession;
  readonly #known = new Map<string, Promise<Permissions>>();
  readonly #keyVaults: ReadonlyMap<string, KeyVault>;

  constructor(session: AzureSession, keyVaults: readonly KeyVault[]) {
    this.#session = session;
    this.#keyVaults = new Map(keyVaults.map((keyVault) => [idKey(keyVault.id), keyVault]));
  }

  async may(scope: string, plane: Plane, action: string): Promise<boolean> {
    if (plane === 'access-policy') return this.#mayByPolicy(scope, action);
    // A right held above is held below: nothing takes it away again.
    for (const place of scopesAbove(scope)) {
      const { may, mayData } = await this.#at(place);
      if (plane === 'control' ? may(action) : mayData(action)) return true;
    }
    return false;
  }

  #mayByPolicy(keyVaultId: string, permission: string): boolean {
    const keyVault = this.#keyVaults.get(idKey(keyVaultId));
    return keyVault !== undefined && policyGrants(keyVault.policies, this.#session.principal.oid, permission);
  }

  #at(scope: string): Promise<Permissions> {
    const known = this.#known.get(idKey(scope)) ?? readPermissions(this.#session, scope);
    this.#known.set(idKey(scope), known);
    return known;
  }
}

/** A scope and those it lies in: its subscription, its group, its resource, itself. */
function scopesAbove(scope: string): string[] {
  const parts = scope.split('/');
  return [...new Set([3, 5, 9, parts.length].map((count) => parts.slice(0, count).join('/')))];
}
