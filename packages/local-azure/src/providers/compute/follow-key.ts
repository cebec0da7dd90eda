import { at, record, text } from '../../world/json';
import { parseObjectUrl, readKey } from '../../world/key-vault/key-vault-objects';
import { tryAgain } from '../../world/time/try-again';
import type { ArmResource, World } from '../../world/world';
import { mayUseKey } from './at-rest';
import { DISK_ENCRYPTION_SET_TYPE } from './types';

const LOOK = 'disk-encryption-set.look';
const HOUR = 3_600_000;

/** Whether a disk encryption set takes the newest version of its key by itself. */
const followsKey = ({ properties }: Pick<ArmResource, 'properties'>): boolean => properties['rotationToLatestKeyVersionEnabled'] === true;

const keyUrlOf = (set: ArmResource): string => text(at(set.properties, 'activeKey', 'keyUrl')) ?? '';

/**
 * Looks for the newest version within the hour, as learn.microsoft.com/azure/virtual-machines/disk-encryption says of automatic rotation,
 * and again and again; no more where the set does not follow its key.
 */
export function planLook(world: World, set: ArmResource): void {
  const id = `${LOOK}:${set.id.toLowerCase()}`;
  if (followsKey(set)) world.schedule.plan({ id, dueAt: world.clock.now() + HOUR, kind: LOOK, payload: set.id });
  else world.schedule.cancel(id);
}

/** What keeps a set from its key; undefined where it may use the newest version. */
function trouble(world: World, set: ArmResource, state: string): { code: string; message: string } | undefined {
  const keyUrl = keyUrlOf(set);
  if (!mayUseKey(world, set))
    return { code: 'KeyVaultAccessForbidden', message: `Unable to access the key vault of ${keyUrl} to enable encryption at rest.` };
  if (state === 'present') return undefined;
  return { code: 'KeyVaultKeyNotFound', message: `The newest version of the key of ${keyUrl} cannot be used.` };
}

/** While something is wrong the set says so and stays with its key. */
function takeNewest(world: World, set: ArmResource): void {
  const keyUrl = keyUrlOf(set);
  const unversioned = keyUrl.replace(/\/[^/]+\/?$/, '');
  const newest = readKey(world, unversioned);
  const autoKeyRotationError = trouble(world, set, newest.state);
  const { autoKeyRotationError: _, ...properties } = set.properties;
  if (autoKeyRotationError) {
    world.resources.put({ ...set, properties: { ...properties, autoKeyRotationError } });
    return;
  }
  const isNew = newest.state === 'present' && newest.version.version !== parseObjectUrl(keyUrl)?.version;
  if (!isNew && at(set.properties, 'autoKeyRotationError') === undefined) return;
  const rotated = isNew && {
    activeKey: { ...record(properties['activeKey']), keyUrl: `${unversioned}/${newest.version.version}` },
    previousKeys: [],
    lastKeyRotationTimestamp: new Date(world.clock.now()).toISOString(),
  };
  world.resources.put({ ...set, properties: { ...properties, ...rotated } });
}

/** Says what happens when it is time for a set to look for a newer version of its key. */
export function planLooks(world: World): void {
  const look = (id: unknown) => {
    const set = world.resources.get(text(id) ?? '');
    if (set?.type !== DISK_ENCRYPTION_SET_TYPE) return;
    if (followsKey(set)) takeNewest(world, set);
    planLook(world, set);
  };
  world.schedule.on(LOOK, look, tryAgain(world));
}
