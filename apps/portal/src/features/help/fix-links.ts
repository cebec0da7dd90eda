import type { VaultPath } from '@tresor/contracts';
import { nameOf } from '@tresor/support-matrix';
import { phrase, type Message, type Phrase } from '../../language/messages';
import { type About, paths } from '../../map/paths';
import type { Fix } from './help-entry-kind';
import { fixMessages as messages } from './fix-messages';

/** What is known of what a failure concerned. */
export interface Known extends About {
  /** Whether the machine is backed up in this vault; undefined while that is being read. */
  isItem?: boolean | undefined;
  /** ARM ids of the machine's key vaults. */
  keyVaultIds: readonly string[];
}

interface FixLink {
  to: string;
  label: Phrase;
}

/** These act on one backup item, which has to be chosen where none is known. */
const OF_ITEM: ReadonlySet<Fix> = new Set(['keys', 'restore-disks', 'undelete', 'resume', 'back-up']);

const PLACES = {
  machines: [paths.selectMachines, messages.machines],
  prerequisites: [paths.prerequisites, messages.prerequisites],
  restores: [paths.restores, messages.restores],
  policies: [paths.policies, messages.policies],
  jobs: [paths.jobs, messages.jobs],
  permissions: [paths.permissions, messages.permissions],
  settings: [paths.settings, messages.settings],
} as const satisfies Partial<Record<Fix, readonly [(vault: VaultPath) => string, Message]>>;

type Place = keyof typeof PLACES;
const isPlace = (fix: Fix): fix is Place => fix in PLACES;

function linksOf(fix: Fix, vault: VaultPath, { machine, restoreId, keyVaultIds, isItem }: Known): FixLink[] {
  if (isPlace(fix)) {
    const [to, label] = PLACES[fix];
    return [{ to: to(vault), label: phrase(label) }];
  }
  const values = { name: machine?.vmName ?? '' };
  const item = machine && isItem === true ? { ...vault, ...machine } : undefined;
  const onItem = (to: (path: NonNullable<typeof item>) => string, label: Message<'name'>) =>
    item ? [{ to: to(item), label: phrase(label, values) }] : [];
  switch (fix) {
    case 'grant':
      if (keyVaultIds.length === 0) return [{ to: paths.keyVaults(vault), label: phrase(messages.keyVaults) }];
      return keyVaultIds.map((id) => ({ to: paths.keyVault(vault, id), label: phrase(messages.grant, { name: nameOf(id) }) }));
    case 'keys':
      return restoreId === undefined ? [] : [{ to: paths.restoreStep(vault, restoreId, 'keys'), label: phrase(messages.keys) }];
    case 'machine':
      return restoreId === undefined ? [] : [{ to: paths.restoreStep(vault, restoreId, 'machine'), label: phrase(messages.machine) }];
    case 'restore-disks':
      return onItem(paths.restoreItem, messages.restoreDisks);
    case 'undelete':
      return onItem(paths.undelete, messages.undelete);
    case 'resume':
      return onItem(paths.resumeBackup, messages.resume);
    case 'back-up':
      return onItem(paths.backupNow, messages.backUp);
    case 'encryption':
      return machine ? [{ to: paths.encryptionInWizard({ ...vault, ...machine }), label: phrase(messages.encryption, values) }] : [];
    default:
      return item ? onItem(paths.item, messages.item) : [{ to: paths.items(vault), label: phrase(messages.items) }];
  }
}

/** Where an entry is put right, the nearest first. */
export const fixLinks = (fixes: readonly Fix[], vault: VaultPath, known: Known): FixLink[] =>
  fixes.flatMap((fix) => linksOf(fix, vault, known));

/** Whether something of an entry is put right at a backup item. */
export const needsItem = (fixes: readonly Fix[]): boolean => fixes.some((fix) => OF_ITEM.has(fix));
