import { translated } from '../azure/connection/failures';
import { listResourceGroups } from '../azure/resource-groups';
import { listAccountsFor, readPairedRegion } from '../workflows/restore/choose/paired-region';
import { readRestoreRecord } from '../workflows/record/read-record';
import { checkMachine } from '../workflows/restore/machine/check-machine';
import { readUsualTime } from '../workflows/restore/past-jobs';
import { createRestoredMachine } from '../workflows/restore/steps/machine';
import { deleteFailedMachine } from '../workflows/restore/machine/delete-failed-machine';
import { discardRestore, getDiscardPlan, listSurplus, removeSurplus } from '../workflows/restore/discard/discard-restore';
import { restoreMissing } from '../workflows/restore/completion/restore-missing';
import { getRestore } from '../workflows/restore/get-restore';
import { listKeyVaultTargets, suggestKeyVault } from '../workflows/restore/keys/key-vault-targets';
import { readLetIn } from '../workflows/restore/keys/let-in';
import { listAllRestores, listRestores } from '../workflows/restore/list-restores';
import { readMachinePolicies } from '../workflows/restore/machine/policies-left';
import { getMachineOptions } from '../workflows/restore/machine/machine-options';
import { requireSubnet } from '../workflows/restore/journey/machine-place';
import { readOutlook } from '../workflows/restore/outlook/outlook';
import { checkPlan } from '../workflows/restore/plan/check-plan';
import { protectRestored } from '../workflows/restore/steps/protection';
import { removeLeftovers } from '../workflows/restore/steps/after-care';
import { confirmPlainDisks, renewEncryption } from '../workflows/restore/steps/encryption';
import { restoreKeys } from '../workflows/restore/steps/keys';
import { getScriptValues } from '../workflows/restore/script-values';
import { listMachineSettings, takeOverSetting } from '../workflows/restore/settings/take-over';
import { startRestore } from '../workflows/restore/steps/disks';
import { scopeOf } from '../azure/machines/resource-graph';
import { api } from './api';
import { ofVault } from './of-vault';

export const restores = {
  storageAccounts: api.restores.storageAccounts.handler(({ context, input: { edition, region, ...vault } }) =>
    translated('vault-not-found', listAccountsFor(context.azure, vault, edition, region)),
  ),
  pairedRegion: api.restores.pairedRegion.handler(({ context, input: { days, ...path } }) =>
    translated('item-not-found', readPairedRegion(context.azure, path, days)),
  ),
  resourceGroups: api.restores.resourceGroups.handler(({ context, input }) =>
    translated('subscription-not-found', listResourceGroups(context.azure, input.subscriptionId)),
  ),
  outlook: api.restores.outlook.handler(
    ({ context, input: { edition, recoveryPointId, storageAccountId, targetGroup, region, ...path } }) =>
      translated('item-not-found', readOutlook(context.azure, path, { edition, recoveryPointId, storageAccountId, targetGroup, region })),
  ),
  start: api.restores.start.handler(({ context: { azure, services }, input }) => {
    const { intentId, edition, recoveryPointId, storageAccountId, targetGroup, region, ...path } = input;
    const request = { edition, recoveryPointId, storageAccountId, targetGroup, region };
    return translated('item-not-found', startRestore(services.once, azure, intentId, path, request));
  }),
  restoreMissing: api.restores.restoreMissing.handler(({ context: { azure, services }, input: { jobId, intentId, edition, ...vault } }) =>
    translated('job-not-found', restoreMissing(services.once, azure, intentId, { vault, jobId, edition })),
  ),
  surplus: api.restores.surplus.handler(({ context, input: { jobId, ...vault } }) =>
    translated('job-not-found', listSurplus(context.azure, vault, jobId)),
  ),
  removeSurplus: api.restores.removeSurplus.handler(({ context, input: { jobId, ...vault } }) =>
    translated('job-not-found', removeSurplus(context.azure, vault, jobId)),
  ),
  list: api.restores.list.handler(({ context: { azure, services }, input }) =>
    ofVault(azure, input, listRestores(services.record, azure, input)),
  ),
  listAll: api.restores.listAll.handler(({ context: { azure, services }, input: { days = 14, managementGroup } }) =>
    translated('subscription-not-found', listAllRestores(services.record, azure, days, scopeOf(managementGroup))),
  ),
  get: api.restores.get.handler(async ({ context: { azure, services }, input: { jobId, edition, ...vault } }) => {
    const alone = await services.plans.isAlone({ azure, vault, jobId });
    return translated('job-not-found', getRestore(services.record, azure, vault, jobId, edition, alone));
  }),
  removeLeftovers: api.restores.removeLeftovers.handler(({ context: { azure, services }, input: { jobId, ...vault } }) =>
    translated('job-not-found', removeLeftovers(services.record, azure, vault, jobId)),
  ),
  settings: api.restores.settings.handler(({ context, input: { jobId, ...vault } }) =>
    translated('job-not-found', listMachineSettings(context.azure, vault, jobId)),
  ),
  takeOver: api.restores.takeOver.handler(({ context, input: { jobId, aspect, seen, ...vault } }) =>
    translated('job-not-found', takeOverSetting(context.azure, vault, jobId, { aspect, seen })),
  ),
  discardPlan: api.restores.discardPlan.handler(({ context, input: { jobId, ...vault } }) =>
    translated('job-not-found', getDiscardPlan(context.azure, vault, jobId)),
  ),
  discard: api.restores.discard.handler(({ context: { azure, services }, input: { jobId, vmName, ...vault } }) => {
    const endPlan = () => services.plans.abandon({ azure, vault, jobId });
    return translated('job-not-found', discardRestore(azure, { vault, jobId, typed: vmName, endPlan }));
  }),
  keyVaultTargets: api.restores.keyVaultTargets.handler(({ context, input: { jobId, ...vault } }) =>
    translated('job-not-found', listKeyVaultTargets(context.azure, vault, jobId)),
  ),
  letIn: api.restores.letIn.handler(({ context: { azure, services }, input: { jobId, ...vault } }) =>
    translated('job-not-found', readLetIn(services.record, azure, vault, jobId)),
  ),
  suggestKeyVault: api.restores.suggestKeyVault.handler(({ context, input: { jobId, ...vault } }) =>
    translated('job-not-found', suggestKeyVault(context.azure, vault, jobId)),
  ),
  restoreKeys: api.restores.restoreKeys.handler(({ context, input: { jobId, how, ...vault } }) =>
    translated('job-not-found', restoreKeys(context.azure, vault, jobId, how)),
  ),
  machineOptions: api.restores.machineOptions.handler(({ context, input: { jobId, ...vault } }) =>
    translated('job-not-found', getMachineOptions(context.azure, vault, jobId)),
  ),
  checkMachine: api.restores.checkMachine.handler(({ context, input: { jobId, machine, ...vault } }) => {
    requireSubnet(vault, machine);
    return translated('job-not-found', checkMachine(context.azure, vault, jobId, machine));
  }),
  machinePolicies: api.restores.machinePolicies.handler(({ context, input: { jobId, machine, ...vault } }) => {
    requireSubnet(vault, machine);
    return translated('job-not-found', readMachinePolicies(context.azure, vault, jobId, machine));
  }),
  createMachine: api.restores.createMachine.handler(({ context, input: { jobId, machine, ...vault } }) =>
    translated('job-not-found', createRestoredMachine(context.azure, vault, jobId, machine)),
  ),
  deleteFailedMachine: api.restores.deleteFailedMachine.handler(({ context, input: { jobId, ...vault } }) =>
    translated('job-not-found', deleteFailedMachine(context.azure, vault, jobId)),
  ),
  renewEncryption: api.restores.renewEncryption.handler(({ context: { azure, services }, input }) => {
    const { jobId, application, encryptPlain, ...vault } = input;
    return translated('job-not-found', renewEncryption(services.record, azure, vault, jobId, { application, encryptPlain }));
  }),
  confirmPlainDisks: api.restores.confirmPlainDisks.handler(({ context: { azure, services }, input: { jobId, disks, ...vault } }) =>
    translated('job-not-found', confirmPlainDisks(services.record, azure, vault, jobId, disks)),
  ),
  protectRestored: api.restores.protectRestored.handler(
    ({ context: { azure, services }, input: { jobId, edition, policyName, ...vault } }) =>
      translated('job-not-found', protectRestored(services.record, azure, vault, jobId, { edition, policyName })),
  ),
  plan: api.restores.plan.handler(({ context: { azure, services }, input: { jobId, ...vault } }) =>
    translated('job-not-found', services.plans.get({ azure, vault, jobId })),
  ),
  checkPlan: api.restores.checkPlan.handler(({ context: { azure, services }, input: { jobId, answers, ...vault } }) =>
    translated('job-not-found', checkPlan(services.record, azure, vault, jobId, answers)),
  ),
  putPlan: api.restores.putPlan.handler(({ context: { azure, services }, input: { jobId, answers, ...vault } }) =>
    translated('job-not-found', services.plans.put({ azure, vault, jobId }, answers)),
  ),
  stopPlan: api.restores.stopPlan.handler(({ context: { azure, services }, input: { jobId, ...vault } }) =>
    translated('job-not-found', services.plans.stop({ azure, vault, jobId })),
  ),
  usualTime: api.restores.usualTime.handler(({ context, input: { jobId, ...vault } }) =>
    translated('job-not-found', readUsualTime(context.azure, vault, jobId)),
  ),
  scriptValues: api.restores.scriptValues.handler(({ context, input: { jobId, ...vault } }) =>
    translated('job-not-found', getScriptValues(context.azure, vault, jobId)),
  ),
  record: api.restores.record.handler(({ context: { azure, services }, input: { jobId, ...vault } }) =>
    translated('vault-not-found', readRestoreRecord(services.record, azure, vault, jobId)),
  ),
};
