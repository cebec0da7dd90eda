import { randomBytes } from 'node:crypto';
import { at } from '../json';
import type { ArmResource, World } from '../world';

export const STORAGE_TYPE = 'Microsoft.Storage/storageAccounts';

interface AccountKeys {
  key1: string;
  key2: string;
  createdAt: number;
  /** What keys that are delegated to people are made of; base64. */
  delegation?: string;
}

const stored = (world: World) => world.documents<AccountKeys>('storage-keys');
const freshKey = () => randomBytes(64).toString('base64');

/** The shared keys of an account (base64), made when they are first asked for. */
export function keysOf(world: World, name: string): AccountKeys {
  const known = stored(world).get(name.toLowerCase());
  if (known) return known;
  const made = { key1: freshKey(), key2: freshKey(), createdAt: world.clock.now() };
  world.write(() => stored(world).put(name.toLowerCase(), made));
  return made;
}

/** The keys with which something can be signed for an account. */
export function signingKeysOf(world: World, name: string): readonly string[] {
  const { key1, key2 } = keysOf(world, name);
  return [key1, key2];
}

/** Replaces one of the keys of an account: whatever was signed with it is worthless from now on. */
export function renewKey(world: World, name: string, which: 'key1' | 'key2'): void {
  stored(world).put(name.toLowerCase(), { ...keysOf(world, name), [which]: freshKey() });
}

/** What the keys of an account are made of that are delegated to people (base64), made when it is first asked for. */
export function delegationKeyOf(world: World, name: string): string {
  const keys = keysOf(world, name);
  return keys.delegation ?? renewDelegation(world, name);
}

/** Ends every key that was delegated to anybody. */
export function renewDelegation(world: World, name: string): string {
  const delegation = freshKey();
  world.write(() => stored(world).put(name.toLowerCase(), { ...keysOf(world, name), delegation }));
  return delegation;
}

/** An account that comes under this name later has others: what was signed with these stays worthless. */
export function forgetKeys(world: World, name: string): void {
  stored(world).delete(name.toLowerCase());
}

/** Accounts that are Azure's own, by name: disks are downloaded from them. Nobody sees them among his resources. */
export const hiddenAccounts = (world: World) => world.documents<ArmResource>('hidden-storage-accounts');

/** Account names are global. */
export const findAccount = (world: World, name: string): ArmResource | undefined =>
  world.resources.named(STORAGE_TYPE, name)[0] ?? hiddenAccounts(world).get(name);

/** Why an account does not take or give blobs to somebody from outside; undefined when it does. */
export function accountTrouble(account: ArmResource): 'offline' | 'firewall' | 'no-blobs' | undefined {
  const { properties } = account;
  if (account['kind'] === 'FileStorage') return 'no-blobs';
  if (properties['statusOfPrimary'] === 'unavailable') return 'offline';
  const closed = properties['publicNetworkAccess'] === 'Disabled' || at(properties, 'networkAcls', 'defaultAction') === 'Deny';
  return closed ? 'firewall' : undefined;
}

/** Whether the account's keys, and what is signed with them, are good for anything. */
export const allowsKeys = ({ properties }: ArmResource): boolean => properties['allowSharedKeyAccess'] !== false;
