import { createKey, findKeyVault, keyObjects, objectKey } from '../world/key-vault/key-vault-objects';
import type { KeyVersion, VaultObject } from '../world/key-vault/key-vault-objects';
import { record, text } from '../world/json';
import { tryAgain } from '../world/time/try-again';
import type { World } from '../world/world';
import { calendarDuration, shifted } from './calendar-duration';
import { ok } from './call';
import type { VaultAnswer, VaultCall } from './call';
import { keys, liveObject, requireNoWork, store, versionIn } from './objects';
import { policyIn, policyView } from './rotation-policy';
import { keyBundle } from './views';

const ROTATION = 'key-vault.rotation';
const DAY = 86_400_000;

const idOf = ({ base }: VaultCall, name: string) => `${base}/keys/${name}/rotationpolicy`;

/** GET of the rotation policy of a key, or of the one that every key has where nobody set one. */
export function getRotationPolicy(call: VaultCall): VaultAnswer {
  const { name, rotation } = liveObject(call, keys);
  return ok(policyView(idOf(call, name), rotation));
}

/** PUT of it: the key rotates at its time from now on. Nobody is notified here. @throws VaultError 400 or 404 */
export function setRotationPolicy(call: VaultCall): VaultAnswer {
  const object = liveObject(call, keys);
  requireNoWork(call, keys, object.name);
  const rotation = policyIn(call.body, object.rotation, call.world.clock.now());
  store(call, keys, { ...object, rotation });
  return ok(policyView(idOf(call, object.name), rotation));
}

/** POST rotate: a new version of a key, of the kind of the one before. */
export function rotateKey(call: VaultCall): VaultAnswer {
  const object = liveObject(call, keys);
  requireNoWork(call, keys, object.name);
  rotate(call.world, object, versionIn(call, keys, object));
  const rotated = liveObject(call, keys);
  return ok(keyBundle(call, rotated, versionIn(call, keys, rotated)));
}

/** A version like the one before; the policy says until when it is good. */
function rotate(world: World, { vault, name, rotation }: VaultObject<KeyVersion>, before: KeyVersion): void {
  const { kty, size, crv, ops, tags } = before;
  const life = calendarDuration(rotation?.expiryTime ?? '');
  const exp = life && Math.floor(shifted(world.clock.now(), life) / 1000);
  createKey(world, {
    kty,
    size,
    ...(crv && { crv }),
    ops,
    vaultName: vault,
    name,
    ...(tags && { tags }),
    ...(exp !== undefined && { attributes: { exp } }),
  });
}

/** When a key rotates by itself (milliseconds since 1970); undefined where it never does, as one without an end by a time before it. */
function dueAt({ rotation, versions }: VaultObject<KeyVersion>): number | undefined {
  const trigger = rotation?.rotate;
  const { created = 0, exp } = versions.at(-1)?.attributes ?? {};
  if (!trigger) return undefined;
  if ('timeAfterCreate' in trigger) {
    const after = calendarDuration(trigger.timeAfterCreate);
    return after && shifted(created * 1000, after);
  }
  const before = calendarDuration(trigger.timeBeforeExpiry);
  return before && exp !== undefined ? shifted(exp * 1000, before, -1) : undefined;
}

/** Plans the next rotation of a key, or none, after something about it has changed. */
export function planRotation(world: World, vault: string, name: string): void {
  const key = objectKey(vault, name);
  const object = keyObjects(world).get(key);
  const due = object && dueAt(object);
  const id = `${ROTATION}:${key}`;
  if (due === undefined) world.schedule.cancel(id);
  else world.schedule.plan({ id, dueAt: due, kind: ROTATION, payload: { vault, name } });
}

/** A key that cannot rotate at its time, because it or its vault was deleted or it is disabled, is looked at again a day later. */
function rotateAtItsTime(world: World, vault: string, name: string): void {
  const key = objectKey(vault, name);
  const object = keyObjects(world).get(key);
  const current = object?.versions.at(-1);
  const due = object && dueAt(object);
  if (!object || !current || due === undefined) return;
  const now = world.clock.now();
  const isHindered =
    object.deleted !== undefined || object.work !== undefined || !current.attributes.enabled || !findKeyVault(world, vault);
  if (isHindered) {
    world.schedule.plan({ id: `${ROTATION}:${key}`, dueAt: now + DAY, kind: ROTATION, payload: { vault, name } });
    return;
  }
  if (due <= now) rotate(world, object, current);
  planRotation(world, vault, name);
}

/** Says what happens when it is time for a key to rotate. */
export function planRotations(world: World): void {
  const run = (payload: unknown) => {
    const { vault, name } = record(payload);
    rotateAtItsTime(world, text(vault) ?? '', text(name) ?? '');
  };
  world.schedule.on(ROTATION, run, tryAgain(world));
}
