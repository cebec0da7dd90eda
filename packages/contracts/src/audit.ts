import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { commandEnd, commandName, commandResult, toldCommand } from './commands';
import { LONGEST_AUDIT_TEXT } from './limits';

/** In place of an ARM id: what the reading of the record of commands is about. */
export const OWN_RECORD = '/audit';

/** Commands in one answer. */
export const AUDIT_PAGE = 100;
/** Commands in one export; for more, the time is narrowed. */
export const MOST_EXPORTED = 50_000;

const part = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_AUDIT_TEXT)
  .regex(/^\P{Cc}*$/u);

/** What became of a command; `unanswered`: no answer is on record. */
const auditResult = z.enum([...commandResult.options, 'unanswered']);

/** Which commands are meant: each part narrows. Words are found in any case. */
export const auditFilter = z.strictObject({
  /** Part of a name or sign-in name, or a whole object id. */
  person: part.optional(),
  command: commandName.optional(),
  result: auditResult.optional(),
  /** Part of the ids and names of what it is about and of what was chosen. */
  thing: part.optional(),
  /** From this moment on, and before that one, by Azure's clock. */
  from: z.iso.datetime().optional(),
  before: z.iso.datetime().optional(),
});

/** A command of anybody, on anything, as it is on record. */
const auditedCommand = z.strictObject({
  ...toldCommand.shape,
  by: z.strictObject({ oid: z.string(), name: z.string(), username: z.string() }),
  /** ARM id of the vault or key vault it belongs to, in small letters. */
  scope: z.string(),
  /** The job of the restore it was given in. */
  restore: z.string().nullable(),
  /** How what Azure had accepted ended; null while nobody here has seen that. */
  end: z.strictObject({ end: commandEnd, at: z.iso.datetime() }).nullable(),
  /** How often the same was refused again within the minute; null: again, and how often is not on record. */
  refusedAgain: z.int().min(0).nullable(),
});

/** Where the next page goes on: the number of the last entry that was looked at. In digits, for `1e3` is a number to some readers only. */
const position = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(0));

export const auditPage = z.strictObject({
  /** Newest first. */
  commands: z.array(auditedCommand),
  /** Older ones may be there; null: all were looked at. */
  next: z.int().nullable(),
  /** The oldest command that was looked at was given then; null where there was none. */
  searchedTo: z.iso.datetime().nullable(),
  /** Entries that were looked at and cannot be read: what the store holds of them is not what was written. */
  unreadable: z.int(),
});

/** A piece of an export. */
export const auditExport = z.strictObject({
  commands: z.array(auditedCommand),
  /** Entries that were looked at for this piece and cannot be read. */
  unreadable: z.int(),
  /** It was not looked further back. */
  more: z.boolean(),
});

/** GET /audit/access: which role of the API's registration lets read the record of commands, and whether the caller has it; `role` null: the setting names none, so that nobody has. */
export const getAuditAccess = oc
  .route({ method: 'GET', path: '/audit/access' })
  .output(z.strictObject({ role: z.string().nullable(), held: z.boolean(), keptDays: z.int() }));

/** GET /audit: the commands of everybody, a page. Is itself recorded. For auditors; fails with `audit-role-missing` otherwise. */
export const listAudit = oc
  .route({ method: 'GET', path: '/audit' })
  .input(z.strictObject({ ...auditFilter.shape, after: position.optional() }))
  .output(auditPage);

/** GET /audit/export: the same from the newest to the oldest in one stream, at most 50,000 of them. Is itself recorded. For auditors. */
export const exportAudit = oc.route({ method: 'GET', path: '/audit/export' }).input(auditFilter).output(eventIterator(auditExport));

/** A closed piece of the record. */
const auditSegment = z.strictObject({
  number: z.int(),
  entries: z.int(),
  closedAt: z.iso.datetime(),
  /** When its entries were removed because their time was over; the hash stays. */
  removedAt: z.iso.datetime().nullable(),
  /** SHA-256, as hexadecimal digits. */
  hash: z.string(),
});

const segmentFault = z.enum(['missing', 'not-linked', 'changed', 'entries-missing', 'entries-added']);

/**
 * GET /audit/chain: reads some segments again that come after the one with this number (the first ones unless told), and says whether they are
 * as they were closed. For auditors.
 */
export const checkAuditChain = oc
  .route({ method: 'GET', path: '/audit/chain' })
  .input(z.strictObject({ after: position.optional() }))
  .output(
    z.strictObject({
      /** Those that are as they were closed, up to the first that is not. */
      sound: z.array(auditSegment),
      /** What is wrong with the next one; null where nothing is. */
      fault: z.strictObject({ number: z.int(), fault: segmentFault }).nullable(),
      /** The number of the last segment of the record; 0 where nothing was closed yet. */
      last: z.int(),
      /** Entries that are in no segment yet. */
      open: z.int(),
      /** When it was read. */
      at: z.iso.datetime(),
    }),
  );

export type AuditFilter = z.infer<typeof auditFilter>;
export type AuditResult = z.infer<typeof auditResult>;
export type AuditedCommand = z.infer<typeof auditedCommand>;
export type AuditPage = z.infer<typeof auditPage>;
export type AuditExport = z.infer<typeof auditExport>;
export type AuditSegment = z.infer<typeof auditSegment>;
export type SegmentFaultKind = z.infer<typeof segmentFault>;
