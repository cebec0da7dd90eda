import { azureServices } from './world/directory/azure-services';
import { grantsOf, putGrants } from './world/directory/consent';
import { applications, servicePrincipals, type Application } from './world/directory/directory';
import { list, record, recordOrNone, text } from './world/json';
import { own } from './world/own';
import type { World } from './world/world';

const textsIn = (value: unknown): string[] => list(value).map(String);

const platforms = (value: unknown) => ({ spa: textsIn(record(value)['spa']), web: textsIn(record(value)['web']) });

/** How each member of a registration is read. */
const members: { readonly [Name in keyof Application]?: (value: unknown) => Application[Name] } = {
  tokenVersion: (value) => (value === 1 ? 1 : 2),
  redirectUris: platforms,
  identifierUris: textsIn,
  preAuthorized: textsIn,
  scopes: textsIn,
  graphRoles: textsIn,
  certificates: textsIn,
  disabled: (value) => value === true,
};

/**
 * Changes how an application is registered, as an administrator does in Entra's admin center: `tokenVersion`, `redirectUris` (`spa`,
 * `web`), `identifierUris`, `preAuthorized`, `scopes`, `graphRoles`, `certificates` (PEM), `disabled`; `registered: false` deletes it. `application` is its
 * application id. False where there is no such application.
 */
export function changeApplication(world: World, change: Record<string, unknown>): boolean {
  const appId = (text(change['application']) ?? '').toLowerCase();
  const known = applications(world).get(appId);
  if (!known) return false;
  const changed = Object.entries(members).flatMap(([name, read]) =>
    own(change, name) === undefined ? [] : [[name, read(own(change, name))]],
  );
  world.write(() => {
    if (own(change, 'registered') === false) applications(world).delete(appId);
    else applications(world).put(appId, { ...known, ...Object.fromEntries(changed) });
  });
  return true;
}

/**
 * Grants an application exactly these `scopes` of one of Microsoft's services, for everybody. `service` is the display name of the service's
 * principal. False where there is no such application or service.
 */
export function changeConsent(world: World, change: Record<string, unknown>): boolean {
  const application = applications(world).get((text(change['application']) ?? '').toLowerCase());
  const service = azureServices.find(({ displayName }) => displayName === change['service']);
  if (!application || !service) return false;
  world.write(() => putGrants(world, application.appId, { ...grantsOf(world, application), [service.appId]: textsIn(change['scopes']) }));
  return true;
}

/** Deletes a service principal by its application id, or puts it back as `principal` has it. False where nothing is meant. */
export function changeServicePrincipal(world: World, change: Record<string, unknown>): boolean {
  const appId = (text(change['application']) ?? '').toLowerCase();
  const known = servicePrincipals(world).get(appId);
  const back = recordOrNone(change['principal']);
  if (!known && !back) return false;
  world.write(() => {
    if (!back) servicePrincipals(world).delete(appId);
    else servicePrincipals(world).put(appId, { appId, objectId: String(back['objectId']), displayName: String(back['displayName']) });
  });
  return true;
}
