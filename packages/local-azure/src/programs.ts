import { AUTOMATION_APP_ID } from './seeds/company';
import { openClientCertificate } from './tls/client-certificate';
import { applications } from './world/directory';
import type { Application } from './world/directory';
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

/** Registers the certificate kept beside the state file for the automation. Answers the file with certificate and key. */
export async function registerCertificate(world: World, stateFile: string): Promise<string | undefined> {
  const automation: Application | undefined = applications(world).get(AUTOMATION_APP_ID);
  if (!automation || stateFile === ':memory:') return undefined;
  const { certificate, file } = await openClientCertificate(stateFile, automation.displayName);
  if (automation.certificate !== certificate) {
    world.write(() => applications(world).put(AUTOMATION_APP_ID, { ...automation, certificate }));
  }
  return file;
}
