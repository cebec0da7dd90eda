import { randomBytes } from 'node:crypto';
import { assignRole } from '../world/authorization/access';
import { applications, passwordOf, putTenant, servicePrincipalOf, users } from '../world/directory/directory';
import type { User } from '../world/directory/directory';
import { seedServicePrincipals } from './service-principals';
import { managementGroupId, putManagementGroup } from '../world/subscriptions/management-groups';
import { putSubscription } from '../world/subscriptions/subscriptions';
import { cloudOf } from '../world/cloud';
import type { World } from '../world/world';
import { appRoleAssignments } from '../world/directory/app-roles';
import {
  API_APP_ID,
  AUDIT_ROLE_ID,
  PORTAL_APP_ID,
  PRODUCTION_SUBSCRIPTION_ID,
  SERVER_IDENTITY_APP_ID,
  TENANT_ID,
  TEST_SUBSCRIPTION_ID,
} from './company';

/** The home tenant of the guest. */
export const FABRIKAM_TENANT_ID = 'c9b1e3d4-58a7-4f06-b2c8-7e90d14a6f35';

/** The people of the demo company. Object ids are fixed like all ids of the company. */
export const people = {
  adele: {
    objectId: '1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41',
    displayName: 'Adele Vance',
    givenName: 'Adele',
    surname: 'Vance',
    username: 'adele.vance@contoso.example',
    userType: 'Member',
    jobTitle: 'Backup administrator',
    directoryRole: 'Global Administrator',
    does: {
      de: 'Backup-Administratorin: besitzt beide Abonnements und darf auch an Schlüsseltresore, an Blobs nur in den Speicherkonten der Produktion.',
      en: 'Backup administrator: owns both subscriptions and may use key vaults, too, but blobs only in the storage accounts of production.',
    },
  },
  alex: {
    objectId: '2c8d5a7f-a1e3-4b94-9f26-d7e4a13b0c52',
    displayName: 'Alex Wilber',
    givenName: 'Alex',
    surname: 'Wilber',
    username: 'alex.wilber@contoso.example',
    userType: 'Member',
    jobTitle: 'Helpdesk',
    does: {
      de: 'Helpdesk: darf sichern, wiederherstellen und in dbvm1, dbvm2 und RestoreRG VMs zurückbringen, aber keine Sicherungsrichtlinien ändern.',
      en: 'Helpdesk: may back up, restore and bring VMs back in dbvm1, dbvm2 and RestoreRG, but not change backup policies.',
    },
  },
  megan: {
    objectId: '3d9e6b80-b2f4-4ca5-8037-e8f5b24c1d63',
    displayName: 'Megan Bowen',
    givenName: 'Megan',
    surname: 'Bowen',
    username: 'megan.bowen@contoso.example',
    userType: 'Member',
    jobTitle: 'Auditor',
    does: {
      de: 'Prüferin: sieht alles, ändert nichts und liest das Protokoll aller Befehle.',
      en: 'Auditor: sees everything, changes nothing, and reads the record of all commands.',
    },
  },
  patti: {
    objectId: '4eaf7c91-c305-4db6-9148-f906c35d2e74',
    displayName: 'Patti Fernandez',
    givenName: 'Patti',
    surname: 'Fernandez',
    username: 'patti.fernandez@contoso.example',
    userType: 'Member',
    jobTitle: 'Backup administrator',
    does: {
      de: 'Backup-Administratorin ohne Rechte auf Schlüsseltresore: darf die Sicherung einrichten, aber keine Zugriffsrichtlinien ändern.',
      en: 'Backup administrator without key vault rights: may set up backup, but not change access policies.',
    },
  },
  lee: {
    objectId: '5fb08da2-d416-4ec7-a259-0a17d46e3f85',
    displayName: 'Lee Gu',
    givenName: 'Lee',
    surname: 'Gu',
    username: 'lee.gu@fabrikam.example',
    userType: 'Guest',
    homeTenantId: FABRIKAM_TENANT_ID,
    jobTitle: 'Consultant',
    does: {
      de: 'Gast von Fabrikam: darf VMs und ihre Sicherung im Produktionsabonnement verwalten, sieht keine Schlüsseltresore.',
      en: 'Guest from Fabrikam: may manage VMs and their backup in the production subscription, sees no key vaults.',
    },
  },
} as const satisfies Record<string, User>;

const production = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const test = `/subscriptions/${TEST_SUBSCRIPTION_ID}`;
const rootGroup = managementGroupId(TENANT_ID);

const grants: [person: keyof typeof people, role: string, scopes: string[]][] = [
  ['adele', 'Owner', [rootGroup, production, test]],
  ['adele', 'Key Vault Administrator', [production, test]],
  ['adele', 'Storage Blob Data Contributor', [`${production}/resourceGroups/StorageRG`]],
  ['alex', 'Virtual Machine Contributor', [test]],
  ['megan', 'Reader', [production, test]],
  ['patti', 'Backup Contributor', [production, test]],
  ['patti', 'Virtual Machine Contributor', [production, test]],
  ['patti', 'Reader', [production, test]],
  ['lee', 'Backup Contributor', [production]],
  ['lee', 'Virtual Machine Contributor', [production]],
];

/** That the auditor has the role of auditors. */
const AUDIT_ASSIGNMENT_ID = 'c4d7e2b8-0f61-49a5-b3e9-18d5a7c60f42';

/** Lets the managed identity with the object id prove that it is the API. */
const federationWith = (world: World, subject: string) => ({
  issuer: `https://${cloudOf(world).login}/${TENANT_ID}/v2.0`,
  subject,
  audiences: [cloudOf(world).tokenExchange],
});

/**
 * Fills the directory (tenant, people, applications, service principals), opens the subscriptions and says who holds which role in
 * them. Key vaults grant access themselves.
 */
export function seedPeople(world: World): void {
  putTenant(world, { tenantId: TENANT_ID, displayName: 'Contoso', defaultDomain: 'contoso.example' });
  putSubscription(world, { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, displayName: 'Contoso Production' });
  putSubscription(world, { subscriptionId: TEST_SUBSCRIPTION_ID, displayName: 'Contoso Test' });
  const below = {
    'contoso-production': ['Contoso production', PRODUCTION_SUBSCRIPTION_ID],
    'contoso-test': ['Contoso test', TEST_SUBSCRIPTION_ID],
  };
  putManagementGroup(world, { name: TENANT_ID, displayName: 'Tenant Root Group', parent: null, subscriptionIds: [] });
  for (const [name, [displayName = '', ...subscriptionIds]] of Object.entries(below))
    putManagementGroup(world, { name, displayName, parent: TENANT_ID, subscriptionIds });
  for (const person of Object.values(people)) users(world).put(person.objectId, person);
  passwordOf(world);
  applications(world).put(PORTAL_APP_ID, { appId: PORTAL_APP_ID, displayName: 'Backup portal', kind: 'page', scopes: [] });
  applications(world).put(API_APP_ID, {
    appId: API_APP_ID,
    displayName: 'Backup portal API',
    kind: 'api',
    scopes: ['access_as_user'],
    preAuthorized: [PORTAL_APP_ID],
    appRoles: [
      {
        id: AUDIT_ROLE_ID,
        value: 'Audit.Read',
        displayName: 'Auditor',
        description: 'Reads the record of all commands that were given through the backup portal.',
        isEnabled: true,
      },
    ],
    graphRoles: ['Application.Read.All'],
    secret: randomBytes(32).toString('base64url'),
    federatedIdentityCredentials: [
      federationWith(world, servicePrincipalOf(world, SERVER_IDENTITY_APP_ID, 'Backup portal server').objectId),
    ],
  });
  servicePrincipalOf(world, PORTAL_APP_ID, 'Backup portal');
  servicePrincipalOf(world, API_APP_ID, 'Backup portal API');
  servicePrincipalOf(world, cloudOf(world).backupService, 'Backup Management Service');
  appRoleAssignments(world).put(AUDIT_ASSIGNMENT_ID, {
    id: AUDIT_ASSIGNMENT_ID,
    principalId: people.megan.objectId,
    principalType: 'User',
    resourceAppId: API_APP_ID,
    appRoleId: AUDIT_ROLE_ID,
    createdDateTime: '2016-11-02T08:00:00.000Z',
  });
  for (const [person, role, scopes] of grants) {
    for (const scope of scopes) assignRole(world, { principalId: people[person].objectId, role, scope });
  }
  seedServicePrincipals(world, [production, test]);
}
