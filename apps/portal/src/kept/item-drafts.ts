import type { RecoveryPoint, TargetRegion } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import { draftStore } from './draft-store';

/* Drafts of commands that must happen once. All tabs of the browser share them: two tabs give the same id, and the server acts once. */

export interface BackUpNowDraft {
  /** A day, as `2017-02-17`; null until one is entered. */
  retainUntil: string | null;
  intentId: string | null;
}

const emptyBackUpNowDraft: BackUpNowDraft = { retainUntil: null, intentId: null };
export const backUpNowDrafts = draftStore('backup-now', 1, emptyBackUpNowDraft, 'browser');

/** The attempt to make the first backup of a restored machine, by the restore's job and the machine. */
const noAttempt: { intentId: string | null } = { intentId: null };
export const firstBackupAttempts = draftStore('first-backup', 1, noAttempt, 'browser');

/** The attempt to restore again what is gone of a restore’s disks, by the restore’s job and the rule set. */
export const missingDisksAttempts = draftStore('missing-disks', 1, noAttempt, 'browser');

/** What the configuration has to know of the point after its list is closed. */
export interface ChosenPoint extends Pick<RecoveryPoint, 'id' | 'time' | 'encrypted' | 'managedDisks'> {
  /** The region paired with the vault's, where the vault's own did not answer when it was chosen. */
  pairedRegion?: string | null;
}

/** Where the disks go. Without a target group they are left as VHDs in the storage account. */
export interface RestoreConfiguration {
  storageAccountId: string;
  storageAccountName: string;
  targetGroup: string | null;
  /** In the region of the vault, or the one paired with it. */
  region: TargetRegion;
}

/** The id a choice is restored under, in each rule set: it comes with the choice, so that all tabs know it long before anybody presses. */
type RestoreAttempt = Readonly<Record<Edition, string>>;

/** The last restore that was begun from here. */
export interface BegunRestore {
  intentId: string;
  /** Null where Azure has not named the job yet. */
  jobId: string | null;
}

export interface RestoreDraft {
  point: ChosenPoint | null;
  configuration: RestoreConfiguration | null;
  attempt: RestoreAttempt | null;
  /** What the choices became: a tab that still showed them leads to it. */
  begun: BegunRestore | null;
}

export const emptyRestoreDraft: RestoreDraft = { point: null, configuration: null, attempt: null, begun: null };
export const restoreDrafts = draftStore('restore', 3, emptyRestoreDraft, 'browser');

export const isStarted = ({ point, configuration }: RestoreDraft): boolean => point !== null || configuration !== null;

export type Choice = Partial<Pick<RestoreDraft, 'point' | 'configuration'>>;

/** The draft after another choice, which is another attempt. */
export const chosen = (change: Choice, newId: () => string): Partial<RestoreDraft> => ({
  ...change,
  begun: null,
  attempt: { '2017-01': newId(), current: newId() },
});

/** A tag as it is typed: its name may still be missing. */
export interface AddedTag {
  name: string;
  value: string;
}

/** The form of the new machine as the person left it; kept in the tab until the machine is created. */
export interface MachineForm {
  name: string;
  group: string;
  size: string;
  subnetId: string;
  publicIp: boolean;
  withoutProximityGroup?: boolean | undefined;
  withoutTags?: boolean | undefined;
  addedTags?: readonly AddedTag[] | undefined;
}

export const machineDrafts = draftStore<{ form: MachineForm | null }>('restore-machine', 1, { form: null });

/** The form of a new key vault. */
interface NewKeyVaultForm {
  name: string;
  group: string;
}

export const newKeyVaultDrafts = draftStore<NewKeyVaultForm>('restore-key-vault', 1, { name: '', group: '' });

/** A name for the new key vault that tells where its keys come from. */
export const newKeyVaultName = (typed: string, free: string | undefined, original: string): string =>
  typed === '' ? (free ?? suggestedKeyVaultName(original)) : typed;

export const suggestedKeyVaultName = (original: string): string => `${original.slice(0, 21).replace(/(?<!-)-+$/, '')}-2`;

/** The application that Azure needs to encrypt a restored machine; its secret is kept nowhere. */
export const encryptionApplicationDrafts = draftStore<{ clientId: string | null }>('encryption-application', 1, { clientId: null });
