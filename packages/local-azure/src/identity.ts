import { grantsOf, putGrants } from './world/directory/consent';
import { applications, servicePrincipalOf, servicePrincipals } from './world/directory/directory';
import type { World } from './world/world';

/**
 * Remembers what outlives a change of worlds: the signing key, the people's password, and the registered applications with their
 * secrets and, where somebody else than the seed has registered them, their principal and consent, so that anyone who is signed in stays so. Answers what puts them into the world that has come.
 */
export function keepingIdentity(world: World): () => void {
  const kept = [
    { documents: world.documents('authority'), key: 'signing-key' },
    { documents: world.documents('password'), key: 'people' },
  ].map(({ documents, key }) => ({ documents, key, value: documents.get(key) }));
  const registered = applications(world)
    .list()
    .map((application) => ({
      application,
      grants: grantsOf(world, application),
      hasPrincipal: servicePrincipals(world).get(application.appId.toLowerCase()) !== undefined,
    }));
  return () => {
    for (const { documents, key, value } of kept) if (value !== undefined) documents.put(key, value);
    for (const { application, grants, hasPrincipal } of registered) {
      const { appId, displayName, manifest } = application;
      applications(world).put(appId.toLowerCase(), application);
      if (!manifest) continue;
      putGrants(world, appId, grants);
      if (hasPrincipal) servicePrincipalOf(world, appId, displayName);
    }
  };
}
