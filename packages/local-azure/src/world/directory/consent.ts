import { azureServices } from './azure-services';
import { applications, type Application } from './directory';
import { requiredAccess } from './registration';
import type { World } from '../world';

/** What an application may do for everybody who signs in: names of scopes by the application id of the service that offers them. */
type Grants = Readonly<Record<string, readonly string[]>>;

function stored(world: World) {
  return world.documents<{ grants: Grants; by?: string }>('consents');
}

const scopesOf = (wanted: (scope: string) => boolean): Grants =>
  Object.fromEntries(azureServices.map(({ appId, scopes }) => [appId, scopes.map(({ value }) => value).filter(wanted)]));

/** Azure's own command line may do for people whatever they may. */
const OF_COMMAND_LINE = scopesOf(() => true);
const EVERYTHING = scopesOf((scope) => !/ReadWrite|AccessAsUser/.test(scope));

/** A page that nobody has consented to anything more for may read who is signed in. */
const OF_PAGES: Grants = { [azureServices[0]?.appId ?? '']: ['User.Read'] };

/** What was consented to for an application: of the demo company's all it asks for, until an administrator changes that. */
export function grantsOf(world: World, { appId, kind }: Pick<Application, 'appId' | 'kind'>): Grants {
  const usual = kind === 'page' ? OF_PAGES : kind === 'native' ? OF_COMMAND_LINE : EVERYTHING;
  return stored(world).get(appId.toLowerCase())?.grants ?? usual;
}

/** Whether an application may act for people at services of Azure. */
export const hasConsent = (world: World, application: Pick<Application, 'appId' | 'kind'>): boolean =>
  Object.values(grantsOf(world, application)).some((scopes) => scopes.length > 0);

/** Consents to all that the application asks for. */
export function giveConsent(world: World, appId: string): void {
  const manifest = applications(world).get(appId.toLowerCase())?.manifest;
  if (manifest) putGrants(world, appId, requiredAccess(manifest));
  else stored(world).delete(appId.toLowerCase());
}

/** Consents to this, and to nothing else. */
export function putGrants(world: World, appId: string, grants: Grants, by?: string): void {
  stored(world).put(appId.toLowerCase(), { grants, ...(by !== undefined && { by }) });
}

/** `by`: object id of the administrator. */
export const withdrawConsent = (world: World, appId: string, by: string): void => putGrants(world, appId, {}, by);
