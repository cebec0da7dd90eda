import type { Guest } from '../../world/compute/guests';

/** After the extension has been heard of, the machine prepares for its encryption; then the volumes are gone through. */
const PREPARING = 30_000;
const VOLUMES_TAKE = { windows: 0, linux: 120_000 };

/** What disk encryption does with the volumes after its operation has ended. */
export type VolumeWork = 'preparing' | 'encrypting';

/** Moments of the work that begins now, in milliseconds. */
export const beginVolumes = (now: number, linux: boolean): NonNullable<Guest['volumes']> => ({
  preparedAt: now + PREPARING,
  encryptedAt: now + PREPARING + (linux ? VOLUMES_TAKE.linux : VOLUMES_TAKE.windows),
});

/** Undefined before there is anything to do, and once it is done. */
export function volumeWork({ volumes }: Guest, now: number): VolumeWork | undefined {
  if (!volumes || now >= volumes.encryptedAt) return undefined;
  return now < volumes.preparedAt ? 'preparing' : 'encrypting';
}
