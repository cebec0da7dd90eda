import { grantWay, keyVaultPermission, serviceAccess } from '@tresor/contracts';
import * as z from 'zod';
import { json } from './read-row';

const person = z.object({ name: z.string(), username: z.string() });

const grantRecord = z.object({
  grantId: z.string(),
  tenantId: z.string(),
  /** ARM id of the key vault, in lower case. */
  keyVault: z.string(),
  by: person,
  /** `tid/oid`; older servers do not keep it. */
  user: z.string().optional(),
  at: z.string(),
  way: grantWay,
  permissions: z.array(keyVaultPermission),
  /** What was added to the access policy, or the role that was assigned and whether it was made for it. */
  added: z.object({ keys: z.array(z.string()), secrets: z.array(z.string()) }),
  role: z.object({ id: z.string(), name: z.string(), isNew: z.boolean(), dataActions: z.array(z.string()) }).nullable(),
  before: serviceAccess,
  after: serviceAccess.nullable(),
  undone: z.object({ by: person, at: z.string() }).nullable(),
});

/** `written`: Azure may have been told; `done`: it has; `undoing`: it may have been told to take it back; `undone`: it has. */
const grantState = z.enum(['written', 'done', 'undoing', 'undone']);
export type GrantState = z.infer<typeof grantState>;

/** A grant as stores keep it. */
export const grantRow = z.object({ state: grantState, record: json(grantRecord) }).transform(({ state, record }) => ({ state, ...record }));

/** An access that was given to the Backup service, for good: who, when, what, before and after. */
export type StoredGrant = z.infer<typeof grantRow>;

/** What stands beside the state. */
export const textOf = (grant: StoredGrant): string => JSON.stringify({ ...grant, state: undefined });

/** The grants of all processes. */
export interface Grants {
  /** Writes the grant, or answers the one that already has this id. */
  write(grant: StoredGrant): Promise<StoredGrant>;
  find(grantId: string): Promise<StoredGrant | undefined>;
  /** Those of a key vault, newest first. */
  list(tenantId: string, keyVault: string): Promise<StoredGrant[]>;
  /** Puts it in place of what is stored, if that is still in the state named. */
  change(from: GrantState, grant: StoredGrant): Promise<boolean>;
  /** Forgets one that came to nothing. */
  drop(grantId: string): Promise<void>;
}
