import * as z from 'zod';
import { expectBody } from '../../azure/connection/answer';
import type { AzureSession } from '../../azure/connection/azure';
import { clients } from '../../azure/connection/clients';
import { readUrl } from '../../azure/connection/read-url';

const texts = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? []);

const platform = z
  .object({ redirectUris: texts })
  .nullish()
  .transform((found) => found?.redirectUris ?? []);

const api = z
  .object({
    oauth2PermissionScopes: z.array(z.object({ id: z.string(), value: z.string().nullish(), isEnabled: z.boolean().nullish() })).nullish(),
    preAuthorizedApplications: z.array(z.object({ appId: z.string(), delegatedPermissionIds: texts })).nullish(),
  })
  .nullish();

const registrationBody = z.object({ appId: z.string(), identifierUris: texts, api, spa: platform, web: platform });
const principalBody = z.object({ id: z.string(), accountEnabled: z.boolean().nullish() });
const grantBody = z.object({ resourceId: z.string(), consentType: z.string(), scope: z.string().nullish() });

const oneOf = <T>(schema: z.ZodType<T>) => z.object({ value: z.array(schema) });

/** How an application is registered, as far as signing in needs it. */
export type Registration = z.infer<typeof registrationBody>;

/** Services of Microsoft's that tokens are asked for, by the application ids that they have in every tenant. */
export const SERVICES = {
  'resource-manager': '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  'key-vault': 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093',
  storage: 'e406a681-f3d4-42a8-90b6-c2b029497af1',
  graph: '00000003-0000-0000-c000-000000000000',
} as const;

async function read<T>(session: AzureSession, path: string, schema: z.ZodType<T>): Promise<T> {
  return expectBody(schema, (await readUrl(session, clients.graph(session), `${session.cloud.graph}/v1.0/${path}`)).body);
}

const byAppId = (appId: string, members: string) => `?$filter=${encodeURIComponent(`appId eq '${appId}'`)}&$select=${members}`;

/** The registration of an application in this tenant; undefined where there is none. */
export async function readRegistration(session: AzureSession, appId: string): Promise<Registration | undefined> {
  const members = 'appId,identifierUris,api,spa,web';
  return (await read(session, `applications${byAppId(appId, members)}`, oneOf(registrationBody))).value[0];
}

/** The tenant's own instance of an application; undefined where there is none. */
export async function readServicePrincipal(session: AzureSession, appId: string): Promise<z.infer<typeof principalBody> | undefined> {
  return (await read(session, `servicePrincipals${byAppId(appId, 'id,accountEnabled')}`, oneOf(principalBody))).value[0];
}

/** Scopes that an administrator granted a service principal for everybody, by the id of the service that offers them. */
export async function readGrants(session: AzureSession, principalId: string): Promise<Map<string, string[]>> {
  const { value } = await read(session, `servicePrincipals/${principalId}/oauth2PermissionGrants`, oneOf(grantBody));
  const forAll = value.filter(({ consentType }) => consentType === 'AllPrincipals');
  return new Map(forAll.map(({ resourceId, scope }) => [resourceId, (scope ?? '').split(' ').filter(Boolean)]));
}
