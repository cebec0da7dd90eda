import { listActivity } from './activity';
import { checkAuditChain, exportAudit, getAuditAccess, listAudit } from './audit';
import { findCommands, getRestoreRecord, listCommands } from './commands';
import { examine } from './doctor/examination';
import { listEndingMachines } from './encryption-end';
import { getEstateSight, listManagementGroups } from './estate';
import { getEvidenceKeys, getPlanEvidence, getRestoreEvidence } from './evidence';
import { backUpNow, getItem, listAllItems, listItems, resumeProtection, stopProtection, undeleteItem } from './items';
import { cancelJob, getJob, getJobStarter, listAllJobs, listJobs } from './jobs';
import { readKeySurvival } from './key-survival';
import { checkGrantPolicies, getKeyVault, grantAccess, listAllKeyVaults, readKeyVaultAccess, undoGrant } from './key-vaults';
import { getMachineEncryption } from './machine-encryption';
import { getPairedRegion } from './paired-region';
import { createPolicy, deletePolicy, listPolicies, streamPolicyPoints, updatePolicy } from './policies';
import { enableProtection, getProtection, retryProtection } from './protection';
import { listCountedVaults } from './readiness';
import {
  approveRecovery,
  cancelRecovery,
  deleteRecoveryPlan,
  getRecoveryPlan,
  listRecoveryPlans,
  listRemovedRecoveryPlans,
  pauseRecovery,
  putRecoveryPlan,
  readRecoveryCapacity,
  readRecoveryOutlooks,
  retryRecovery,
  startRecovery,
  takeOutOfRecovery,
} from './recovery-plans';
import { listProvenRestores, readScreen, rehearseRecovery } from './rehearsals';
import { listRecoveryPoints } from './recovery-points';
import { readRecoveryScriptValues } from './recovery-script';
import { readRecoveryTimes } from './recovery-times';
import { getProvider, registerProvider } from './resource-providers';
import { getRestore, listAllRestores, listRestores, protectRestored, removeLeftovers } from './restore';
import { discardRestore, getDiscardPlan, listSurplus, removeSurplus } from './restore-discard';
import { listResourceGroups, listStorageAccounts, restoreDisks, restoreMissing } from './restore-disks';
import { listKeyVaultTargets, listLetIn, restoreKeys, suggestKeyVault } from './restore-keys';
import {
  checkMachine,
  createMachine,
  deleteFailedMachine,
  getMachineOptions,
  listMachineSettings,
  readMachinePolicies,
  confirmPlainDisks,
  renewEncryption,
  takeOverSetting,
} from './restored-machine';
import { getRestoreOutlook } from './restore-outlook';
import { checkPlan, getPlan, getUsualTime, putPlan, stopPlan } from './restore-plan';
import { getRestoreScriptValues } from './restore-script';
import { readRights } from './rights';
import { listVaultAlerts } from './vault-alerts';
import {
  changeVaultConfiguration,
  checkVaultPolicies,
  createVault,
  deleteVault,
  getVault,
  getVaultConfiguration,
  getVaultCounts,
  getVaultGuard,
  listSubscriptions,
  listVaultPlaces,
  listVaultStorage,
  listVaults,
} from './vaults';
import { readAgents, streamAllVirtualMachines, streamVirtualMachines } from './virtual-machines';

/** Everything that crosses /api: one value, served by the BFF and called by the portal. */
export const contract = {
  vaults: {
    subscriptions: listSubscriptions,
    list: listVaults,
    get: getVault,
    counts: getVaultCounts,
    storage: listVaultStorage,
    places: listVaultPlaces,
    checkPolicies: checkVaultPolicies,
    create: createVault,
    configuration: getVaultConfiguration,
    configure: changeVaultConfiguration,
    guard: getVaultGuard,
    delete: deleteVault,
  },
  policies: { list: listPolicies, create: createPolicy, update: updatePolicy, delete: deletePolicy, points: streamPolicyPoints },
  virtualMachines: {
    stream: streamVirtualMachines,
    streamAll: streamAllVirtualMachines,
    agents: readAgents,
    encryption: getMachineEncryption,
  },
  keyVaults: {
    listAll: listAllKeyVaults,
    access: readKeyVaultAccess,
    get: getKeyVault,
    checkPolicies: checkGrantPolicies,
    grant: grantAccess,
    undo: undoGrant,
  },
  protection: { enable: enableProtection, get: getProtection, retry: retryProtection },
  items: {
    list: listItems,
    listAll: listAllItems,
    get: getItem,
    backUpNow,
    stop: stopProtection,
    resume: resumeProtection,
    undelete: undeleteItem,
  },
  resourceProviders: { get: getProvider, register: registerProvider },
  readiness: { vaults: listCountedVaults },
  estate: { sight: getEstateSight, alerts: listVaultAlerts, groups: listManagementGroups },
  recoveryPlans: {
    list: listRecoveryPlans,
    listRemoved: listRemovedRecoveryPlans,
    get: getRecoveryPlan,
    put: putRecoveryPlan,
    remove: deleteRecoveryPlan,
    outlooks: readRecoveryOutlooks,
    capacity: readRecoveryCapacity,
    scriptValues: readRecoveryScriptValues,
    times: readRecoveryTimes,
    approve: approveRecovery,
    start: startRecovery,
    pause: pauseRecovery,
    cancel: cancelRecovery,
    retry: retryRecovery,
    takeOut: takeOutOfRecovery,
    rehearse: rehearseRecovery,
    screen: readScreen,
    proven: listProvenRestores,
  },
  recoveryPoints: { list: listRecoveryPoints },
  keySurvival: { read: readKeySurvival },
  encryptionEnd: { list: listEndingMachines },
  restores: {
    storageAccounts: listStorageAccounts,
    resourceGroups: listResourceGroups,
    outlook: getRestoreOutlook,
    pairedRegion: getPairedRegion,
    start: restoreDisks,
    restoreMissing,
    list: listRestores,
    listAll: listAllRestores,
    get: getRestore,
    keyVaultTargets: listKeyVaultTargets,
    suggestKeyVault,
    letIn: listLetIn,
    restoreKeys,
    machineOptions: getMachineOptions,
    checkMachine,
    machinePolicies: readMachinePolicies,
    createMachine,
    deleteFailedMachine,
    renewEncryption,
    confirmPlainDisks,
    protectRestored,
    removeLeftovers,
    settings: listMachineSettings,
    takeOver: takeOverSetting,
    surplus: listSurplus,
    removeSurplus,
    discardPlan: getDiscardPlan,
    discard: discardRestore,
    scriptValues: getRestoreScriptValues,
    plan: getPlan,
    checkPlan,
    putPlan,
    stopPlan,
    usualTime: getUsualTime,
    record: getRestoreRecord,
  },
  rights: { read: readRights },
  doctor: { examine },
  activity: { list: listActivity, commands: listCommands, find: findCommands },
  audit: { access: getAuditAccess, list: listAudit, export: exportAudit, chain: checkAuditChain },
  evidence: { ofRestore: getRestoreEvidence, ofPlan: getPlanEvidence, keys: getEvidenceKeys },
  jobs: { list: listJobs, listAll: listAllJobs, get: getJob, starter: getJobStarter, cancel: cancelJob },
};

export type Contract = typeof contract;
