import { azureServices } from './azure-services';
import { applications, type Application } from './directory';
import { at, list, record, text } from '../json';
import { guidOf } from '../stable-ids';
import type { World } from '../world';

/** Object id of a registration, which is another one than the id of the application. */
export const registrationId = ({ appId }: Pick<Application, 'appId'>): string => guidOf(`registration ${appId.toLowerCase()}`);

/** Names by which tokens for an API are asked for, besides its application id. */
export const identifierUrisOf = ({ appId, kind, identifierUris }: Application): string[] =>
  identifierUris ?? (kind === 'api' ? [`api://${appId}`] : []);

/** Whether clients may ask for the scopes of an API without anybody's consent. */
export const isPreAuthorized = ({ preAuthorized }: Application, client: Pick<Application, 'appId'>): boolean =>
  preAuthorized === undefined || preAuthorized.includes(client.appId);

/** The scopes in a registration as it was written. */
export const scopesIn = (manifest: Readonly<Record<string, unknown>>): { id: string; value: string; isEnabled: boolean }[] =>
  list(at(manifest, 'api', 'oauth2PermissionScopes')).map((one) => {
    const { id, value, isEnabled } = record(one);
    return { id: text(id) ?? '', value: text(value) ?? '', isEnabled: isEnabled !== false };
  });

/** The scopes that an API exposes, with the ids that permissions name them by. */
export const exposedScopes = ({ appId, scopes, manifest }: Application): { id: string; value: string }[] =>
  manifest
    ? scopesIn(manifest).flatMap(({ id, value, isEnabled }) => (isEnabled ? [{ id, value }] : []))
    : scopes.map((value) => ({ id: guidOf(`${appId.toLowerCase()} ${value}`), value }));

/** What a registration asks for at Microsoft's services: names of scopes by the application id of the service. */
export const requiredAccess = (manifest: Readonly<Record<string, unknown>>): Record<string, string[]> =>
  Object.fromEntries(
    list(manifest['requiredResourceAccess']).map((one) => {
      const { resourceAppId, resourceAccess } = record(one);
      const ids = list(resourceAccess).map((access) => text(record(access)['id']));
      const service = azureServices.find(({ appId }) => appId === resourceAppId);
      return [text(resourceAppId) ?? '', (service?.scopes ?? []).flatMap(({ id, value }) => (ids.includes(id) ? [value] : []))];
    }),
  );

/** The registration with an object id, in any case. */
export const findRegistration = (world: World, id: string): Application | undefined =>
  applications(world)
    .list()
    .find((application) => registrationId(application) === id.toLowerCase());
