import type { Message } from '../../language/messages';

/** What a person can do about an entry, by the button that leads there. */
const FIXES = [
  'grant',
  'keys',
  'machine',
  'restore-disks',
  'undelete',
  'resume',
  'back-up',
  'encryption',
  'items',
  'machines',
  'prerequisites',
  'restores',
  'policies',
  'jobs',
  'permissions',
  'settings',
] as const;
export type Fix = (typeof FIXES)[number];

type HelpKind = 'backup' | 'restore' | 'choice' | 'portal';

export interface HelpEntry {
  /** Part of the address. */
  id: string;
  /** What Azure or Tresor writes beside the message; null where it is known by its words alone. */
  code: string | null;
  kind: HelpKind;
  /** What a person reads on the screen. */
  title: Message<'limit'>;
  cause: Message | null;
  remedy: Message<'limit'>;
  /** What can be done instead in a subscription that a customer has delegated. */
  remedyOfProvider?: Message;
  note?: Message;
  /** Where it is put right, the nearest first. */
  fixes: readonly Fix[];
}
