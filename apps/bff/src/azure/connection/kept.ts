import type { AzureSession } from './azure';

/** Something each server has one of, made when a session first asks for it. */
export function onePerServer<T>(make: () => T): (session: AzureSession) => T {
  const made = new WeakMap<object, T>();
  return ({ server }) => {
    const known = made.get(server) ?? make();
    made.set(server, known);
    return known;
  };
}
