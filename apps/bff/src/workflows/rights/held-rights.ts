import type { Plane } from '@tresor/support-matrix';
import type { AzureSession } from '../../azure/connection/azure';
import { idKey } from '../../azure/connection/arm-id';
import type { OwnGroup } from '../../azure/groups';
import { grantedTo } from '../../azure/key-vault-access/policies';
import type { KeyVault } from '../../azure/key-vault-access/read-key-vault';
import { readPermissions, type Permissions } from '../../azure/permissions';

/** What the user holds, each scope asked for once and only where what lies above it does not suffice. */
export class HeldRights {
  readonly #session: AzureSession;
  readonly #known = new Map<string, Promise<Permissions>>();
  readonly #keyVaults: ReadonlyMap<string, KeyVault>;
  readonly #groups: readonly OwnGroup[];

  constructor(session: AzureSession, keyVaults: readonly KeyVault[], groups: readonly OwnGroup[]) {
    this.#session = session;
    this.#groups = groups;
    this.#keyVaults = new Map(keyVaults.map((keyVault) => [idKey(keyVault.id), keyVault]));
  }

  async may(scope: string, plane: Plane, action: string): Promise<boolean> {
    if (plane === 'access-policy') return this.#holderByPolicy(scope, action) !== undefined;
    // A right held above is held below: nothing takes it away again.
    for (const place of scopesAbove(scope)) {
      const { may, mayData } = await this.#at(place);
      if (plane === 'control' ? may(action) : mayData(action)) return true;
    }
    return false;
  }

  /** Name of the group through which alone an access policy gives a permission. */
  groupByPolicy(keyVaultId: string, permission: string): string | undefined {
    const holder = this.#holderByPolicy(keyVaultId, permission);
    return this.#groups.find(({ id }) => id === holder)?.name;
  }

  #holderByPolicy(keyVaultId: string, permission: string): string | undefined {
    const keyVault = this.#keyVaults.get(idKey(keyVaultId));
    const holders = [this.#session.principal.oid, ...this.#groups.map(({ id }) => id)];
    return keyVault && grantedTo(keyVault.policies, holders, permission);
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
