import { sameName } from '@tresor/support-matrix';
import { API_SCOPE } from '../../session/token-authenticator';
import { NotSeen, type Checks, type Visit } from '../check';
import { apiRegistration, portalPrincipal, portalRegistration } from '../directory';
import type { Registration } from '../reads/registrations';

async function requireApi(visit: Visit): Promise<Registration> {
  const api = await apiRegistration(visit);
  // Registered in another tenant, and only at home here.
  if (!api) throw new NotSeen('failed', 'registration');
  return api;
}

const enabledScopes = ({ api }: Registration) =>
  (api?.oauth2PermissionScopes ?? []).filter(({ value, isEnabled }) => value === API_SCOPE && isEnabled !== false);

type Ids = 'application-id-uri' | 'scope' | 'portal-registration' | 'portal-enabled' | 'redirect-uri' | 'pre-authorized';

/** How both applications are registered, as the directory tells it. */
export const registrations: Checks<Ids> = {
  'application-id-uri': {
    after: ['credential', 'reach-graph'],
    async look(visit) {
      const uri = `api://${visit.config.apiClientId}`;
      const { identifierUris } = await requireApi(visit);
      return { verdict: identifierUris.some((one) => sameName(one, uri)) ? 'sound' : 'missing', values: { uri } };
    },
  },
  scope: {
    after: ['credential', 'reach-graph'],
    look: async (visit) => ({ verdict: enabledScopes(await requireApi(visit)).length > 0 ? 'sound' : 'missing' }),
  },
  'portal-registration': {
    after: ['credential', 'reach-graph'],
    async look(visit) {
      const found = await portalRegistration(visit);
      return { verdict: found ? 'sound' : 'unknown', values: { app: visit.config.portalClientId } };
    },
  },
  'portal-enabled': {
    after: ['portal-registration'],
    async look(visit) {
      const found = await portalPrincipal(visit);
      return { verdict: !found ? 'missing' : found.accountEnabled === false ? 'disabled' : 'sound' };
    },
  },
  'redirect-uri': {
    after: ['portal-registration'],
    async look(visit) {
      const uri = `${visit.config.publicOrigin}/auth/redirect.html`;
      const { spa = [], web = [] } = (await portalRegistration(visit)) ?? {};
      if (spa.includes(uri)) return { verdict: 'sound', values: { uri } };
      return { verdict: web.includes(uri) ? 'as-web' : 'missing', values: { uri } };
    },
  },
  'pre-authorized': {
    after: ['scope', 'portal-registration'],
    async look(visit) {
      const api = await requireApi(visit);
      const scopes = enabledScopes(api).map(({ id }) => id);
      const portal = (api.api?.preAuthorizedApplications ?? []).find(({ appId }) => sameName(appId, visit.config.portalClientId));
      return { verdict: portal?.delegatedPermissionIds.some((id) => scopes.includes(id)) ? 'sound' : 'missing' };
    },
  },
};
