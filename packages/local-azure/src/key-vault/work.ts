import { keyObjects, objectKey, secretObjects } from '../world/key-vault/key-vault-objects';
import type { KeyVersion, ObjectKind, ObjectWork, SecretVersion, VaultObject } from '../world/key-vault/key-vault-objects';
import { keyVaultPace } from '../world/time/pace';
import { record, text } from '../world/json';
import { tryAgain } from '../world/time/try-again';
import type { Documents, World } from '../world/world';

const OBJECT_WORK = 'key-vault.object';

interface Named {
  kind: ObjectKind;
  vault: string;
  name: string;
}

const stepOf = ({ kind, vault, name }: Named) => `${OBJECT_WORK}:${kind}:${objectKey(vault, name)}`;

/** Key Vault answers first and works then: what is to come of it comes after a while. */
export function begin(world: World, named: Named, work: ObjectWork): void {
  const pace = keyVaultPace.of(world, `${stepOf(named)} ${work}`);
  mark(world, named, work);
  if (pace === 0) finish(world, named, work);
  else world.schedule.plan({ id: stepOf(named), dueAt: world.clock.now() + pace, kind: OBJECT_WORK, payload: { ...named, work } });
}

/** Says what comes of a deletion, a recovery and a purge. */
export function planObjectWork(world: World): void {
  const run = (payload: unknown) => {
    const { kind, vault, name, work } = record(payload);
    const named = { kind: kind === 'keys' ? 'keys' : 'secrets', vault: text(vault) ?? '', name: text(name) ?? '' } as const;
    if (work === 'deleting' || work === 'recovering' || work === 'purging') finish(world, named, work);
  };
  world.schedule.on(OBJECT_WORK, run, tryAgain(world));
}

const mark = (world: World, named: Named, work: ObjectWork) => change(world, named, (object) => ({ ...object, work }));

const finish = (world: World, named: Named, work: ObjectWork) =>
  change(world, named, (before) => {
    if (work === 'purging') return undefined;
    const { work: _, deleted, ...object } = before;
    return { ...object, ...(work === 'deleting' && deleted && { deleted }) };
  });

type Change = <V extends SecretVersion | KeyVersion>(object: VaultObject<V>) => VaultObject<V> | undefined;

function change(world: World, { kind, vault, name }: Named, make: Change): void {
  if (kind === 'keys') changeIn(keyObjects(world), objectKey(vault, name), make);
  else changeIn(secretObjects(world), objectKey(vault, name), make);
}

function changeIn<V extends SecretVersion | KeyVersion>(objects: Documents<VaultObject<V>>, key: string, make: Change): void {
  const before = objects.get(key);
  const after = before && make(before);
  if (after) objects.put(key, after);
  else objects.delete(key);
}
