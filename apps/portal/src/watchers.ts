interface Watchers {
  /** Answers how to stop. */
  add: (told: () => void) => () => void;
  tell: () => void;
}

/** Who wants to hear that something has changed. */
export function watchers(): Watchers {
  const all = new Set<() => void>();
  return {
    add(told) {
      all.add(told);
      return () => void all.delete(told);
    },
    tell() {
      for (const told of all) told();
    },
  };
}
