import type { AzureSession } from '../azure/connection/azure';
import { isStatus } from '../azure/connection/upstream-failure';
import { readGrants, readRegistration, readServicePrincipal, SERVICES } from './reads/registrations';
import { NotSeen, type Visit } from './check';
import { oncePer } from './once';

/** Reads the directory in the API's own name or, where that may not, in the person's. */
export async function inDirectory<T>({ itself, person }: Visit, read: (session: AzureSession) => Promise<T>): Promise<T> {
  const sessions = person ? [itself, person] : [itself];
  for (const session of sessions) {
    try {
      return await read(session);
    } catch (error) {
      if (!isStatus(error, 403)) throw error;
    }
  }
  throw new NotSeen('directory');
}

export const apiRegistration = oncePer((visit: Visit) =>
  inDirectory(visit, (session) => readRegistration(session, visit.config.apiClientId)),
);

export const portalRegistration = oncePer((visit: Visit) =>
  inDirectory(visit, (session) => readRegistration(session, visit.config.portalClientId)),
);

const apiPrincipal = oncePer((visit: Visit) => inDirectory(visit, (session) => readServicePrincipal(session, visit.config.apiClientId)));

export const portalPrincipal = oncePer((visit: Visit) =>
  inDirectory(visit, (session) => readServicePrincipal(session, visit.config.portalClientId)),
);

const allGrants = oncePer(async (visit: Visit) => {
  const api = await apiPrincipal(visit);
  return api ? inDirectory(visit, (session) => readGrants(session, api.id)) : new Map<string, string[]>();
});

/** Scopes of a service that an administrator consented to for everybody. */
export async function scopesGranted(visit: Visit, service: keyof typeof SERVICES): Promise<string[]> {
  const offering = await inDirectory(visit, (session) => readServicePrincipal(session, SERVICES[service]));
  return offering ? ((await allGrants(visit)).get(offering.id) ?? []) : [];
}
