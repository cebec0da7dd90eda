import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { record, text } from '../../world/json';
import { findAccount } from '../../world/storage/storage-accounts';
import type { World } from '../../world/world';

/** POST …/checkNameAvailability. Names are taken in all of this world; a refusal is part of the answer. */
export function checkName(call: ArmCall): ArmAnswer {
  const refusal = whyNot(call.world, text(record(call.body)['name']) ?? '');
  return { status: 200, body: refusal ? { nameAvailable: false, ...refusal } : { nameAvailable: true } };
}

function whyNot(world: World, name: string): { reason: string; message: string } | undefined {
  if (!/^[a-z0-9]{3,24}$/.test(name)) return { reason: 'AccountNameInvalid', message: `${name} is not a valid storage account name.` };
  if (!findAccount(world, name)) return undefined;
  return { reason: 'AlreadyExists', message: `The storage account named ${name} is already taken.` };
}

/** @throws ArmError 400 for a name that no account can have, 409 for one that another has */
export function refuseTakenName(world: World, name: string): void {
  const refusal = whyNot(world, name);
  if (refusal?.reason === 'AccountNameInvalid') throw new ArmError(400, 'AccountNameInvalid', refusal.message);
  if (refusal) throw new ArmError(409, 'StorageAccountAlreadyTaken', refusal.message);
}
