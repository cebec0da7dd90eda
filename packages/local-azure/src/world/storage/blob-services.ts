import { at, record } from '../json';
import type { World } from '../world';

const services = (world: World) => world.documents<Record<string, unknown>>('blob-services');

/** How Azure makes the blob service of an account that nobody has set up. */
const AS_MADE = { cors: { corsRules: [] }, deleteRetentionPolicy: { enabled: false, allowPermanentDelete: false } };

/** The properties of an account’s blob service, as Resource Manager shows them. */
export const blobServiceProperties = (world: World, account: string): Record<string, unknown> => ({
  ...AS_MADE,
  ...services(world).get(account.toLowerCase()),
});

/** What an account keeps of blobs and containers that are deleted; days, undefined where it keeps none. */
interface BlobService {
  blobDays: number | undefined;
  containerDays: number | undefined;
  keepsVersions: boolean;
}

/** As nobody has set it up an account keeps nothing: neither what is deleted nor versions. */
export function blobServiceOf(world: World, account: string): BlobService {
  const properties = services(world).get(account.toLowerCase());
  const daysOf = (policy: string) => (at(properties, policy, 'enabled') === true ? Number(at(properties, policy, 'days')) : undefined);
  return {
    blobDays: daysOf('deleteRetentionPolicy'),
    containerDays: daysOf('containerDeleteRetentionPolicy'),
    keepsVersions: record(properties)['isVersioningEnabled'] === true,
  };
}

/** Changes what is named; the rest stays. */
export function putBlobService(world: World, account: string, properties: Readonly<Record<string, unknown>>): void {
  services(world).put(account.toLowerCase(), { ...services(world).get(account.toLowerCase()), ...properties });
}

/** An account that comes under this name later begins as Azure makes it. Whether anything had been set up. */
export const forgetBlobService = (world: World, account: string): boolean => services(world).delete(account.toLowerCase());
