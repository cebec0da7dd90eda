import { API_APP_ID, AUTOMATION_APP_ID } from './seeds/company';
import { openClientCertificate } from './tls/client-certificate';
import { applications } from './world/directory/directory';
import type { Application } from './world/directory/directory';
import type { World } from './world/world';

/** A program that signs in for itself. */
export interface Program {
  appId: string;
  displayName: string;
  secret: string;
  does: { de: string; en: string };
}

/** The programs registered in the directory of this world. */
export function programsOf(world: World): Program[] {
  return applications(world)
    .list()
    .flatMap(({ kind, appId, displayName, secret, does }) =>
      kind === 'daemon' && secret !== undefined && does ? [{ appId, displayName, secret, does }] : [],
    );
}

/** Files that hold certificate and key of an application, both as PEM. */
export interface CertificateFiles {
  clientCertificate?: string;
  apiCertificate?: string;
}

async function register(world: World, stateFile: string, appId: string, name: string): Promise<string | undefined> {
  const application: Application | undefined = applications(world).get(appId);
  if (!application || stateFile === ':memory:') return undefined;
  const { certificate, file } = await openClientCertificate(stateFile, application.displayName, name);
  if (!application.certificates?.includes(certificate))
    world.write(() => applications(world).put(appId, { ...application, certificates: [certificate] }));
  return file;
}

/** Registers the certificates kept beside the state file: that of the automation and that of the portal's API. */
export async function registerCertificates(world: World, stateFile: string): Promise<CertificateFiles> {
  const clientCertificate = await register(world, stateFile, AUTOMATION_APP_ID, 'client.pem');
  const apiCertificate = await register(world, stateFile, API_APP_ID, 'api.pem');
  return { ...(clientCertificate !== undefined && { clientCertificate }), ...(apiCertificate !== undefined && { apiCertificate }) };
}
