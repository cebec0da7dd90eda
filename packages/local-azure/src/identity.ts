import { applications } from './world/directory';
import type { World } from './world/world';

/**
 * Remembers what outlives a change of worlds: the signing key, the people's password, and the registered applications with their
 * secrets, so that anyone who is signed in stays so. Answers what puts them into the world that has come.
 */
export function keepingIdentity(world: World): () => void {
  const kept = [
    { documents: world.documents('authority'), key: 'signing-key' },
    { documents: world.documents('password'), key: 'people' },
  ].map(({ documents, key }) => ({ documents, key, value: documents.get(key) }));
  const registered = applications(world).list();
  return () => {
    for (const { documents, key, value } of kept) if (value !== undefined) documents.put(key, value);
    for (const application of registered) applications(world).put(application.appId.toLowerCase(), application);
  };
}
