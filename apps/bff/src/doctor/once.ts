/** Looks once for each visit, however many checks ask; what failed has failed for all of them. */
export function oncePer<Visit extends object, T>(look: (visit: Visit) => Promise<T>): (visit: Visit) => Promise<T> {
  const known = new WeakMap<Visit, Promise<T>>();
  return (visit) => {
    const found = known.get(visit) ?? look(visit);
    known.set(visit, found);
    return found;
  };
}
