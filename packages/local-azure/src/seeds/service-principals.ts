import { randomBytes } from 'node:crypto';
import { assignRole } from '../world/authorization/access';
import { applications, servicePrincipalOf } from '../world/directory/directory';
import type { Application } from '../world/directory/directory';
import type { World } from '../world/world';
import { AUTOMATION_APP_ID, ENCRYPTION_APP_ID, INVENTORY_APP_ID, OPERATIONS_APP_ID } from './company';

interface Program extends Pick<Application, 'appId' | 'displayName'> {
  does: { de: string; en: string };
  roles: string[];
  graphRoles?: string[];
}

const programs: readonly Program[] = [
  {
    appId: AUTOMATION_APP_ID,
    displayName: 'Backup automation',
    does: {
      de: 'Besitzt beide Abonnements, liest und schreibt Blobs und, wo Azure RBAC gilt, Schlüssel und Geheimnisse.',
      en: 'Owns both subscriptions, reads and writes blobs and, where Azure RBAC rules, keys and secrets.',
    },
    roles: ['Owner', 'Key Vault Administrator', 'Storage Blob Data Contributor'],
    graphRoles: ['Application.Read.All'],
  },
  {
    appId: OPERATIONS_APP_ID,
    displayName: 'Backup operations',
    does: {
      de: 'Darf sichern und wiederherstellen, aber keine Sicherungsrichtlinien ändern.',
      en: 'May back up and restore, but not change backup policies.',
    },
    roles: ['Backup Operator', 'Reader'],
  },
  {
    appId: INVENTORY_APP_ID,
    displayName: 'Backup inventory',
    does: { de: 'Sieht alles, ändert nichts.', en: 'Sees everything, changes nothing.' },
    roles: ['Reader'],
  },
  {
    appId: ENCRYPTION_APP_ID,
    displayName: 'Disk encryption',
    does: {
      de: 'Als diese Anwendung meldet sich Azure Disk Encryption mit zwei Durchgängen an.',
      en: 'Azure Disk Encryption with two passes signs in as this application.',
    },
    roles: [],
  },
];

/** Programs that sign in for themselves, each with a random secret, and the roles they hold at the scopes. */
export function seedServicePrincipals(world: World, scopes: readonly string[]): void {
  for (const { appId, displayName, does, roles, graphRoles = [] } of programs) {
    const secret = randomBytes(20).toString('hex');
    applications(world).put(appId, { appId, displayName, kind: 'daemon', scopes: [], secret, does, graphRoles });
    const { objectId } = servicePrincipalOf(world, appId, displayName);
    for (const role of roles) {
      for (const scope of scopes) assignRole(world, { principalId: objectId, role, scope, principalType: 'ServicePrincipal' });
    }
  }
}
