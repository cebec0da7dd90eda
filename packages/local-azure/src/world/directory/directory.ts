import { randomBytes } from 'node:crypto';
import { guidOf } from '../stable-ids';
import type { World } from '../world';

export interface User {
  objectId: string;
  displayName: string;
  givenName: string;
  surname: string;
  /** Sign-in name. */
  username: string;
  userType: 'Member' | 'Guest';
  /** Tenant a guest comes from. */
  homeTenantId?: string;
  jobTitle?: string;
  /** What this person may do in the directory itself. */
  directoryRole?: 'Global Administrator';
  /** What this person may do in the demo company, in one sentence. */
  does: { de: string; en: string };
}

export interface ServicePrincipal {
  objectId: string;
  appId: string;
  displayName: string;
}

export interface Application {
  appId: string;
  displayName: string;
  /**
   * `page`: public client, code with PKCE. `native`: the same for a program. `api`: confidential client that others ask tokens for.
   * `daemon`: confidential client that acts for itself.
   */
  kind: 'page' | 'native' | 'api' | 'daemon';
  /** Scopes an API offers. */
  scopes: string[];
  /** Client secret of a confidential client. */
  secret?: string;
  /** The certificates (PEM) with whose keys a confidential client may sign assertions instead. */
  certificates?: string[];
  /** Further client secrets, made by Graph, each for a time. */
  passwords?: Password[];
  /** Tokens of others that a confidential client may prove itself with instead (workload identity federation). */
  federatedIdentityCredentials?: FederatedIdentityCredential[];
  /** What this client may do in the demo company, in one sentence. */
  does?: { de: string; en: string };
  /** Where pages wait for the answer of a sign-in; where it is missing, those that Local Azure was started with are registered. */
  redirectUris?: { spa: string[]; web: string[] };
  /** Names by which tokens for an API are asked for; where it is missing, `api://` before its application id. */
  identifierUris?: string[];
  /** Clients that may ask for the scopes of an API without consent; where it is missing, all of this directory. */
  preAuthorized?: string[];
  /** Version of the access tokens for an API: the first where nobody chose in Entra, the second here. */
  tokenVersion?: 1 | 2;
  /** Roles that it defines for its own users. */
  appRoles?: AppRole[];
  /** What a confidential client may do at Microsoft Graph by itself. */
  graphRoles?: string[];
  /** Its principal exists and nobody may sign in to it. */
  disabled?: boolean;
  /** The registration as it was written through Graph; those of the demo company have none until somebody writes to them. */
  manifest?: Readonly<Record<string, unknown>>;
}

/** A client secret; moments in ISO 8601 of the real clock. */
interface Password {
  keyId: string;
  displayName: string | null;
  /** Its first characters. */
  hint: string;
  secretText: string;
  startDateTime: string;
  endDateTime: string;
}

/** A role that an application defines for its own users: those who are assigned to it have `value` in the claim `roles` of tokens for the application. */
export interface AppRole {
  id: string;
  value: string;
  displayName: string;
  description: string;
  isEnabled: boolean;
}

export interface FederatedIdentityCredential {
  id?: string;
  name?: string;
  description?: string | null;
  issuer: string;
  subject: string;
  audiences: string[];
}

interface Tenant {
  tenantId: string;
  displayName: string;
  defaultDomain: string;
}

/** Users by object id (lower case). */
export function users(world: World) {
  return world.documents<User>('users');
}

/** Service principals by application id (lower case). */
export function servicePrincipals(world: World) {
  return world.documents<ServicePrincipal>('service-principals');
}

/** Application registrations by application id (lower case). */
export function applications(world: World) {
  return world.documents<Application>('applications');
}

/** The one tenant of this world; undefined before the seed. */
export function tenant(world: World): Tenant | undefined {
  return world.documents<Tenant>('tenant').get('tenant');
}

/** Replaces the one tenant. */
export function putTenant(world: World, value: Tenant): void {
  world.documents<Tenant>('tenant').put('tenant', value);
}

/** Finds a user by object id or sign-in name, in any case. */
export function findUser(world: World, idOrUsername: string): User | undefined {
  const wanted = idOrUsername.toLowerCase();
  return (
    users(world).get(wanted) ??
    users(world)
      .list()
      .find((user) => user.username.toLowerCase() === wanted)
  );
}

/** Finds a service principal by its object id, in any case. */
export function findServicePrincipal(world: World, objectId: string): ServicePrincipal | undefined {
  const wanted = objectId.toLowerCase();
  return servicePrincipals(world)
    .list()
    .find((principal) => principal.objectId.toLowerCase() === wanted);
}

/** The tenant's instance of an application, made when it is missing: its object id differs from tenant to tenant, as in Entra. */
export function servicePrincipalOf(world: World, appId: string, displayName = appId): ServicePrincipal {
  const known = servicePrincipals(world).get(appId.toLowerCase());
  if (known) return known;
  const made = { objectId: guidOf(`${tenant(world)?.tenantId ?? ''} ${appId.toLowerCase()}`), appId, displayName };
  servicePrincipals(world).put(appId.toLowerCase(), made);
  return made;
}

/** The password that all people of this world share, made when it is first asked for. */
export function passwordOf(world: World): string {
  const stored = world.documents<{ password: string }>('password');
  const known = stored.get('people');
  if (known) return known.password;
  const made = { password: randomBytes(12).toString('hex') };
  world.write(() => stored.put('people', made));
  return made.password;
}
