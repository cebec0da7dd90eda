/** What lets a worker write: its number grows whenever somebody else takes over or decides again, and only the latest counts. */
export interface RecordLease {
  id: string;
  fence: number;
}

/** Records that workers go on with, one at a time. What a promise was kept for is stored for good; a store out of reach is a problem. */
export interface LeasedRecords<Record> {
  /** The record, and whether a worker holds it now. @throws Problem `record-not-known` where this version cannot read it */
  find(id: string): Promise<{ record: Record; isHeld: boolean } | undefined>;
  /**
   * Those whose id begins so, at most so many, the newest decision first: what this version can read, and as they were written those that a
   * newer one wrote. Others have their turn while many are read.
   */
  list(
    prefix: string,
    most: number,
  ): Promise<{ known: { id: string; record: Record; isHeld: boolean }[]; unknown: { id: string; kept: unknown }[] }>;
  /** Takes the record from the one who holds it, and answers it as it was left: no worker that held it may write any more. */
  takeBack(id: string): Promise<Record | undefined>;
  /** Keeps a new record, which nobody holds then. Whether it was new: one that is there stays as it is. */
  add(id: string, record: Record): Promise<boolean>;
  /** Puts a person's decision in place of what is there, which nobody holds then. */
  decide(id: string, record: Record): Promise<void>;
  /** Writes what a worker has come to, or with `decided` what a person has decided, from which on it is kept. @throws LeaseLost */
  note(lease: RecordLease, record: Record, decided?: boolean): Promise<void>;
  /** Which worker holds each of them now, by its id; of one that is free there is nothing. */
  holders(ids: readonly string[]): Promise<Map<string, string>>;
  /**
   * Holds the record for so long, alone among all tabs and processes; undefined while another worker does, or where there is none. From the
   * worker `from` it is taken over, which may write no more.
   */
  lease(id: string, worker: string, milliseconds: number, from?: string): Promise<RecordLease | undefined>;
  release(id: string, worker: string): Promise<void>;
  /** Nobody learns of it any more, and no worker writes it. */
  remove(id: string): Promise<void>;
}
