import { translated } from '../azure/connection/failures';
import { readCapacity } from '../workflows/recovery/capacity';
import { readMachineOutlooks } from '../workflows/recovery/machine-outlook';
import { readPlanScriptValues } from '../workflows/recovery/plan-script';
import { readPastTimes } from '../workflows/recovery/past-times';
import { api } from './api';

export const recoveryPlans = {
  list: api.recoveryPlans.list.handler(({ context: { azure, services } }) =>
    translated('subscription-not-found', services.recovery.list(azure)),
  ),
  listRemoved: api.recoveryPlans.listRemoved.handler(({ context: { azure, services } }) =>
    translated('subscription-not-found', services.recovery.listRemoved(azure)),
  ),
  get: api.recoveryPlans.get.handler(({ context: { azure, services }, input: { planId } }) =>
    translated('recovery-plan-not-found', services.recovery.get(azure, planId)),
  ),
  put: api.recoveryPlans.put.handler(({ context: { azure, services }, input: { planId, revision, ...draft } }) =>
    translated('item-not-found', services.recovery.put(azure, planId, draft, revision)),
  ),
  remove: api.recoveryPlans.remove.handler(({ context: { azure, services }, input: { planId } }) =>
    translated('recovery-plan-not-found', services.recovery.remove(azure, planId)),
  ),
  outlooks: api.recoveryPlans.outlooks.handler(({ context: { azure, services }, input: { planId, items } }) =>
    translated(
      'item-not-found',
      services.recovery.look(azure, planId, items, (plan) => readMachineOutlooks(azure, items, plan)),
    ),
  ),
  capacity: api.recoveryPlans.capacity.handler(({ context: { azure, services }, input: { planId, machines } }) =>
    translated(
      'item-not-found',
      services.recovery.look(
        azure,
        planId,
        machines.map(({ item }) => item),
        (plan) => readCapacity(azure, machines, plan),
      ),
    ),
  ),
  scriptValues: api.recoveryPlans.scriptValues.handler(({ context: { azure, services }, input: { planId, items } }) =>
    translated(
      'item-not-found',
      services.recovery.look(azure, planId, items, (plan) => readPlanScriptValues(azure, items, plan)),
    ),
  ),
  times: api.recoveryPlans.times.handler(({ context: { azure, services }, input: { planId, items } }) =>
    translated(
      'item-not-found',
      services.recovery.look(azure, planId, items, () => readPastTimes(azure, items)),
    ),
  ),
  approve: api.recoveryPlans.approve.handler(({ context: { azure, services }, input: { planId, revision } }) =>
    translated('recovery-plan-not-found', services.recovery.approve(azure, planId, revision)),
  ),
  start: api.recoveryPlans.start.handler(({ context: { azure, services }, input: { planId, revision } }) =>
    translated('recovery-plan-not-found', services.recovery.run.start(azure, planId, revision)),
  ),
  pause: api.recoveryPlans.pause.handler(({ context: { azure, services }, input: { planId } }) =>
    translated('recovery-plan-not-found', services.recovery.run.pause(azure, planId)),
  ),
  cancel: api.recoveryPlans.cancel.handler(({ context: { azure, services }, input: { planId } }) =>
    translated('recovery-plan-not-found', services.recovery.run.cancel(azure, planId)),
  ),
  retry: api.recoveryPlans.retry.handler(({ context: { azure, services }, input: { planId } }) =>
    translated('recovery-plan-not-found', services.recovery.run.retry(azure, planId)),
  ),
  rehearse: api.recoveryPlans.rehearse.handler(({ context: { azure, services }, input: { planId, rehearsalId, items } }) =>
    translated('item-not-found', services.recovery.rehearse(azure, planId, rehearsalId, items)),
  ),
  screen: api.recoveryPlans.screen.handler(async ({ context: { azure, services }, input: { planId, sha256 } }) => {
    const picture = await translated('recovery-plan-not-found', services.recovery.screen(azure, planId, sha256));
    return picture ? { type: picture.type, base64: Buffer.from(picture.bytes).toString('base64') } : null;
  }),
  proven: api.recoveryPlans.proven.handler(({ context: { azure, services } }) =>
    translated('subscription-not-found', services.recovery.proven(azure)),
  ),
  takeOut: api.recoveryPlans.takeOut.handler(({ context: { azure, services }, input: { planId, item } }) =>
    translated('recovery-plan-not-found', services.recovery.run.takeOut(azure, planId, item)),
  ),
};
