import type { Application } from './directory';
import { guidOf } from './stable-ids';

/** Object id of a registration, which is another one than the id of the application. */
export const registrationId = ({ appId }: Pick<Application, 'appId'>): string => guidOf(`registration ${appId.toLowerCase()}`);

/** Names by which tokens for an API are asked for, besides its application id. */
export const identifierUrisOf = ({ appId, kind, identifierUris }: Application): string[] =>
  identifierUris ?? (kind === 'api' ? [`api://${appId}`] : []);

/** Whether clients may ask for the scopes of an API without anybody's consent. */
export const isPreAuthorized = ({ preAuthorized }: Application, client: Pick<Application, 'appId'>): boolean =>
  preAuthorized === undefined || preAuthorized.includes(client.appId);

/** The scopes that an API exposes, with the ids that permissions name them by. */
export const exposedScopes = ({ appId, scopes }: Application): { id: string; value: string }[] =>
  scopes.map((value) => ({ id: guidOf(`${appId.toLowerCase()} ${value}`), value }));
