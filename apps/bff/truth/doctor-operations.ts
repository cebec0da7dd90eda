import { discovery } from '../src/doctor/checks/sign-in';
import { readGrants, readRegistration } from '../src/doctor/reads/registrations';
import { expectBody } from '../src/azure/connection/answer';
import { readToken } from './authority-answers';
import { hasField } from './fields';
import type { Operation } from './operations';

/** What the doctor reads besides what the product does. */
export const doctorOperations: readonly Operation[] = [
  {
    name: 'Discovery_OpenIdConfiguration',
    method: 'GET',
    plane: 'entra',
    template: '/{tenant}/v2.0/.well-known/openid-configuration',
    read: (_session, _place, { body }) => Promise.resolve(expectBody(discovery, body)),
  },
  {
    name: 'Token',
    method: 'POST',
    plane: 'entra',
    template: '/{tenant}/oauth2/v2.0/token',
    // Who signs people in, or asks for a password, gets more.
    answers: ({ body }) => !hasField(body, 'id_token') && !hasField(body, 'refresh_token'),
    read: (_session, _place, exchange) => readToken(exchange),
  },
  {
    name: 'Applications_List',
    method: 'GET',
    plane: 'graph',
    template: '/v1.0/applications',
    read: (session) => readRegistration(session, 'any'),
  },
  {
    name: 'ServicePrincipals_ListGrants',
    method: 'GET',
    plane: 'graph',
    template: '/v1.0/servicePrincipals/{principal}/oauth2PermissionGrants',
    read: (session, { principal = '' }) => readGrants(session, principal),
  },
];
