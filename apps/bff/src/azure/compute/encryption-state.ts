import type { EncryptedDisk } from '@tresor/contracts';
import * as z from 'zod';
import { own } from '../../own';

const text = z.string().nullish();
const status = z.object({ code: text, message: text });

/** A disk as the instance view of a machine shows it. */
export const diskViewBody = z.object({ name: text, statuses: z.array(status).nullish() });

/** An extension as it runs. */
export const extensionViewBody = z.object({ type: text, statuses: z.array(status).nullish(), substatuses: z.array(status).nullish() });

type Role = EncryptedDisk['role'];

/** How far disk encryption is by its own account. */
export interface EncryptionProgress {
  /** How its last run ended; `running` also while its volumes are at it after that. */
  run: 'running' | 'failed' | 'done';
  isTransitioning: boolean;
  /** What it says of the volumes, in its own words in small letters; disks it has not spoken of are missing. */
  volumes: Partial<Record<Role, string>>;
}

type ExtensionViews = z.infer<typeof extensionViewBody>[] | null | undefined;

export const encryptionExtension = (extensions: ExtensionViews) => extensions?.find(({ type }) => /AzureDiskEncryption/i.test(type ?? ''));

/** Undefined where disk encryption is not installed, or the machine is off and does not tell. */
export function encryptionProgress(extensions: ExtensionViews): EncryptionProgress | undefined {
  const extension = encryptionExtension(extensions);
  if (!extension) return undefined;
  const outcome = own(OUTCOMES, extension.statuses?.[0]?.code?.split('/')[1]?.toLowerCase());
  const reported = (extension.substatuses ?? []).map(({ message }) => volumesIn(message ?? ''));
  const volumes: EncryptionProgress['volumes'] = Object.assign({}, ...reported);
  const isUnderWayStill = outcome === 'done' && Object.values(volumes).some(isUnderWay);
  return { run: isUnderWayStill ? 'running' : (outcome ?? 'running'), isTransitioning: outcome === undefined, volumes };
}

const OUTCOMES = { succeeded: 'done', failed: 'failed' } as const;

const isUnderWay = (word: string) => /progress|pending|started/.test(word);

const word = z
  .string()
  .transform((value) => value.toLowerCase())
  .optional()
  .catch(undefined);
const volumeWords = z.object({ os: word, data: word });

/** The extension writes JSON into a message: `{"os": "Encrypted", "data": "NotEncrypted"}`. */
function volumesIn(message: string): EncryptionProgress['volumes'] {
  try {
    const { os, data } = volumeWords.parse(JSON.parse(message));
    return { ...(os !== undefined && { os }), ...(data !== undefined && { data }) };
  } catch {
    return {};
  }
}

/**
 * How a disk stands. Azure calls it encrypted as soon as it has the settings, while the extension is still at work on its volumes, and
 * also where that left them as they were.
 */
export function encryptionState(
  view: z.infer<typeof diskViewBody> | undefined,
  role: Role,
  progress: EncryptionProgress | undefined,
): EncryptedDisk['state'] {
  if (!view) return 'unknown';
  const hasSettings = (view.statuses ?? []).some(({ code }) => code?.toLowerCase() === 'encryptionstate/encrypted');
  const volume = progress?.volumes[role];
  if (!hasSettings) return 'not-encrypted';
  if (progress?.isTransitioning || isUnderWay(volume ?? '')) return 'encrypting';
  return volume === 'notencrypted' ? 'not-encrypted' : 'encrypted';
}
