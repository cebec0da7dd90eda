/** A thing of the world that one writer alone changes. A value of undefined means that it is not there. */
export interface Entry {
  name: string;
  /** Makes the value true. Answers the status. */
  write(value: string | undefined): Promise<number>;
  read(): Promise<string | undefined>;
}

interface Knowledge {
  certain: string | undefined;
  /** What was asked for when the connection broke: it may have happened or not. */
  doubtful?: { value: string | undefined };
}

/** What writers were told, to be compared with what is there. */
export class Ledger {
  readonly #known = new Map<string, Knowledge>();
  acknowledged = 0;

  /** Writes and notes the outcome. Answers whether it was acknowledged; a broken connection leaves it in doubt. */
  async write(entry: Entry, value: string | undefined): Promise<boolean> {
    const before = this.#known.get(entry.name)?.certain;
    this.#known.set(entry.name, { certain: before, doubtful: { value } });
    const status = await entry.write(value).catch(() => undefined);
    if (status === undefined) return false;
    if (status >= 300) throw new Error(`${entry.name} was refused with ${status}.`);
    this.#known.set(entry.name, { certain: value });
    this.acknowledged += 1;
    return true;
  }

  /** Compares an entry with what its writer was told. @throws when something acknowledged is lost */
  async check(entry: Entry): Promise<void> {
    const known = this.#known.get(entry.name);
    if (!known) return;
    const value = await entry.read();
    if (value !== known.certain && !(known.doubtful && value === known.doubtful.value)) {
      throw new Error(`${entry.name} is ${value ?? 'absent'}, but ${known.certain ?? 'absent'} was acknowledged.`);
    }
    this.#known.set(entry.name, { certain: value });
  }
}
