import { blobKey, type Blob, type BlobContainer } from './blob';
import type { FormerBlob } from './former-blobs';
import type { World } from '../world';

/** A container that was deleted and can be brought back for a while, with everything that was in it. */
export interface KeptContainer {
  container: BlobContainer;
  blobs: Blob[];
  formers: FormerBlob[];
  /** By which it is named when it is brought back. */
  version: string;
  deletedAt: number;
  until: number;
}

const keptContainers = (world: World) => world.documents<KeptContainer>('kept-containers');

/** Key of a deleted container: several of the same name may be kept, each by its version. */
export const keptKey = ({ container, version }: Pick<KeptContainer, 'container' | 'version'>) =>
  blobKey({ account: container.account, container: container.name, name: version });

/** What a step that ends the keeping of a container is called. */
export const CONTAINER_RETENTION_STEP = 'storage.container-retention';

/** The deleted containers of an account that can be brought back, by name. */
export const keptContainersOf = (world: World, account: string): KeptContainer[] => keptContainers(world).list(`${account.toLowerCase()}/`);

/** Keeps a container until its end. */
export function putKeptContainer(world: World, kept: KeptContainer): void {
  const key = keptKey(kept);
  keptContainers(world).put(key, kept);
  world.schedule.plan({ id: `${CONTAINER_RETENTION_STEP}:${key}`, dueAt: kept.until, kind: CONTAINER_RETENTION_STEP, payload: key });
}

/** Takes it out; what was in it stays. */
export const takeKeptContainer = (world: World, kept: KeptContainer): boolean => keptContainers(world).delete(keptKey(kept));

/** Deletes a kept container for good. */
export function purgeKeptContainer(world: World, key: string): void {
  const kept = keptContainers(world).get(key);
  if (!kept) return;
  for (const { contentId } of [...kept.blobs, ...kept.formers.map(({ blob }) => blob)]) world.contents.delete(contentId);
  keptContainers(world).delete(key);
}
