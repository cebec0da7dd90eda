import type { ArmAnswer, ArmCall } from '../../arm/route';
import { keepOperation } from '../../world/kept-operations';
import { at, text } from '../../world/json';
import { findItem, itemKey } from './state/item-store';
import { accepted, beginOperation, getStatus } from './operations';
import { livePoints } from './state/recovery-point-store';
import { refusalsToRestore } from './restores/restore-checks';
import { readRestoreRequest } from './restores/restore-request';
import { vaultOfCall } from './state/vault-store';
import { badRequest, properties } from './wire';

/** POST {V}/backupValidateOperation: whether a restore would be accepted; an empty list says yes. */
export function validate(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const given = properties(call);
  if (given['objectType'] !== 'ValidateIaasVMRestoreOperationRequest') {
    throw badRequest('BMSUserErrorInvalidInput', 'Only the restore of virtual machines can be validated.');
  }
  const pointId = text(at(call.body, 'id')) ?? '';
  const [, part = '', pointName] = /\/protectedItems\/VM;([^/]+)\/recoveryPoints\/([^/]+)$/i.exec(pointId) ?? [];
  const item = findItem(call.world, itemKey(vault.id, part));
  const point = item && livePoints(call.world, item).find(({ id }) => id === pointName);
  if (!item || !point) throw badRequest('BMSUserErrorRecoveryPointNotFound', 'The specified recovery point was not found.');
  const refusals = refusalsToRestore(call.world, vault, item, point, readRestoreRequest(given['restoreRequest']));
  const validationResults = refusals.map(({ code, message, recommendation }) => ({ code, message, recommendations: [recommendation] }));
  return { status: 200, body: { validateOperationResponse: { validationResults } } };
}

const VERDICTS = 'backup-validations';

const verdicts = (call: ArmCall) => call.world.documents<unknown>(VERDICTS);

/** POST {V}/backupTriggerValidateOperation: as `validate`, to be polled. */
export function trigger(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const verdict = validate(call).body;
  const { id } = beginOperation(call.world, vault.id, {});
  keepOperation(call.world, VERDICTS, id, verdict);
  const paths = [`${vault.id}/backupValidateOperationsStatuses/${id}`, `${vault.id}/backupValidateOperationResults/${id}`] as const;
  return accepted(call, ...paths, { 'Retry-After': '10' });
}

/** GET {V}/backupValidateOperationsStatuses/{id}, with the verdict once it has ended. */
export function status(call: ArmCall): ArmAnswer {
  const answer = getStatus(call);
  const verdict = at(verdicts(call).get(text(at(answer.body, 'id')) ?? ''), 'validateOperationResponse');
  const properties = { objectType: 'OperationStatusValidateOperationExtendedInfo', validateOperationResponse: verdict };
  return { ...answer, body: { ...Object(answer.body), properties } };
}

/** GET {V}/backupValidateOperationResults/{id}: the verdict alone. */
export function result(call: ArmCall): ArmAnswer {
  return { status: 200, body: verdicts(call).get(text(at(getStatus(call).body, 'id')) ?? '') };
}
