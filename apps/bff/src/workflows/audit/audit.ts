import { MOST_EXPORTED, type AuditExport, type AuditFilter, type AuditPage, type AuditSegment } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { Problem } from '../../problem';
import type { Segment, SegmentFault, Segments } from '../../store/segments';
import type { CommandRecord } from '../record/command-record';
import { readPage } from './read-page';

/** As many are read again in one go; each has a thousand entries at most. */
const SEGMENTS_AT_ONCE = 10;

const segmentOf = ({ number, entries, closed_at: closedAt, removed_at: removedAt, hash }: Segment): AuditSegment => ({
  number,
  entries,
  closedAt,
  removedAt,
  hash,
});

/** The record of commands for those who have the role to read it; nobody has, where the settings name none. */
export class Audit {
  readonly role: string | undefined;
  readonly #record: CommandRecord;
  readonly #segments: Segments;

  constructor(role: string | undefined, record: CommandRecord, segments: Segments) {
    this.role = role;
    this.#record = record;
    this.#segments = segments;
  }

  get keptDays(): number {
    return this.#record.keptDays;
  }

  isOpenTo({ principal }: AzureSession): boolean {
    return this.role !== undefined && principal.roles.includes(this.role);
  }

  /** `after`: where the page before ended. */
  list(session: AzureSession, filter: AuditFilter, after: number | undefined): Promise<AuditPage> {
    this.#require(session);
    return readPage(this.#record.store, filter, { after, except: session.correlationId });
  }

  /** From the newest to the oldest, page by page. */
  export(session: AzureSession, filter: AuditFilter, most = MOST_EXPORTED): AsyncGenerator<AuditExport, void> {
    this.#require(session);
    return this.#pages(session, filter, most);
  }

  async *#pages({ correlationId }: AzureSession, filter: AuditFilter, most: number) {
    let after: number | undefined;
    for (let left = most; left > 0;) {
      const { commands, next, unreadable } = await readPage(this.#record.store, filter, { after, except: correlationId });
      const taken = commands.slice(0, left);
      left -= taken.length;
      yield { commands: taken, unreadable, more: left === 0 && (next !== null || taken.length < commands.length) };
      if (next === null) return;
      after = next;
    }
  }

  /** Reads some segments again that come after the one with this number. */
  async check(session: AzureSession, after: number) {
    this.#require(session);
    const sound: AuditSegment[] = [];
    let fault: SegmentFault | null = null;
    while (sound.length < SEGMENTS_AT_ONCE && fault === null) {
      const looked = await this.#segments.look(after + sound.length);
      if (!looked) break;
      if ('fault' in looked) fault = looked.fault;
      else sound.push(segmentOf(looked.sound));
    }
    const last = (await this.#segments.last())?.number ?? 0;
    return { sound, fault, last, open: await this.#segments.open(), at: session.now().toISOString() };
  }

  #require(session: AzureSession): void {
    if (!this.isOpenTo(session)) throw new Problem('audit-role-missing');
  }
}
