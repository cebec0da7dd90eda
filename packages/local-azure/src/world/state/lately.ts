export interface Change {
  /** Id in lower case. */
  id: string;
  /** World time, milliseconds since 1970. */
  at: number;
  /** The resource as it was before, as JSON; undefined: there was none. */
  before: string | undefined;
}

/** Changes that are remembered at most; of more the oldest are taken as known everywhere. */
const MOST = 5_000;

/** Resources as they were before their latest changes: for answers that lag behind. In memory only; after a restart all know everything. */
export class Lately {
  readonly #now: () => number;
  #changes: Change[] = [];
  #keep = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** For how long changes are remembered, in milliseconds of the world; 0: not at all. */
  keepFor(milliseconds: number): void {
    this.#keep = milliseconds;
    if (milliseconds === 0) this.#changes = [];
  }

  /** Remembers a resource that is about to be changed. */
  note(id: string, before: () => string | undefined): void {
    if (this.#keep === 0) return;
    const at = this.#now();
    if (this.#changes.length >= MOST) this.#changes = this.#changes.slice(MOST / 2);
    while (this.#changes[0] && this.#changes[0].at <= at - this.#keep) this.#changes.shift();
    this.#changes.push({ id, at, before: before() });
  }

  /** Forgets what was changed: everybody knows everything. */
  forget(): void {
    this.#changes = [];
  }

  /** A resource, its id in lower case, as it was at a moment, or as it was made where that was later; undefined: as it is now. */
  asOf(id: string, moment: number): string | undefined {
    const [first, second] = this.#changes.filter((change) => change.id === id && change.at > moment);
    return first?.before ?? second?.before;
  }

  /** The first change of each resource after a moment, by id in lower case. */
  since(moment: (id: string) => number): ReadonlyMap<string, Change> {
    const first = new Map<string, Change>();
    for (const change of this.#changes.toReversed()) if (change.at > moment(change.id)) first.set(change.id, change);
    return first;
  }
}
