import type { StepId } from '@tresor/support-matrix';
import { own } from '../api/own';
import type { Message } from '../language/messages';

export type BladeSize = 'menu' | 'small' | 'medium' | 'large';

/** What one blade is announced with, everywhere: routes, links, titles, the trail, pins, menus and the walks of the tests read these rows. */
interface Row {
  /** The blade this one opens from. */
  in?: string;
  /** Its part of the address; what begins with a colon is a name that the address carries. */
  path: string;
  /** Its name; `named` says which part of the address it is called after instead, where there is one. */
  title: Message;
  named?: string;
  /** Where its code lies: `features/<file>.blade.tsx`. */
  file: string;
  /** How wide it likes to be; small where nothing is said. `behind`: once another was opened from it. */
  size?: BladeSize;
  behind?: BladeSize;
  /** Its title has an icon before it. */
  icon?: true;
  /** A list or a dashboard, which can be pinned to the home page. */
  pinnable?: true;
  /** The blades inside follow one another: their code is fetched ahead. */
  sequence?: true;
  /** The step of the rights lens that is taken there; another one where what is entered there asks for it. */
  step?: StepId;
  /** It says why the step is there, in `words/lessons.ts`. */
  teaches?: true;
  /** It is about what is chosen in the blade it opens from: both have the same choices in their addresses. */
  sharesChoices?: true;
}

const chart = <const Rows extends Readonly<Record<string, Row>>>(rows: Rows): Rows => rows;

// Blades that stand in more than one place.
const keyVault = {
  path: 'key-vaults/:kvSubscription/:kvGroup/:kvName',
  title: { de: 'Zugriff auf Schlüsseltresore', en: 'Key vault access' },
  named: 'kvName',
  file: 'access/key-vaults/key-vault',
  size: 'medium',
  teaches: true,
} as const;
const machineEncryption = {
  path: 'encryption/:vmGroup/:vmName',
  title: { de: 'Verschlüsselung', en: 'Encryption' },
  file: 'readiness/encryption/machine-encryption',
  size: 'large',
} as const;
const prerequisites = {
  path: 'prerequisites',
  title: { de: 'Voraussetzungen', en: 'Prerequisites' },
  file: 'readiness/prerequisites/prerequisites',
  size: 'large',
} as const;
const help = { path: 'help', title: { de: 'Problembehandlung', en: 'Troubleshooting' }, file: 'help/help', size: 'large' } as const;
const helpEntry = {
  path: ':entry/*',
  title: { de: 'Ursache und Abhilfe', en: 'Cause and remedy' },
  file: 'help/help-entry',
  size: 'medium',
} as const;
const script = { de: 'Skript', en: 'Script' };
const newPolicy = { de: 'Neue Sicherungsrichtlinie', en: 'New backup policy' };
const readiness = { de: 'Bereitschaft zur Sicherung', en: 'Backup readiness' };

/** The blades of the product, a row each. */
export const map = chart({
  vaults: {
    path: 'vaults',
    title: { de: 'Recovery Services-Tresore', en: 'Recovery Services vaults' },
    file: 'vaults/vault-list',
    size: 'large',
    pinnable: true,
  },
  newVault: {
    in: 'vaults',
    path: 'new',
    title: { de: 'Recovery Services-Tresor erstellen', en: 'Create Recovery Services vault' },
    file: 'vaults/create/create-vault',
    size: 'medium',
    step: 'create-vault',
  },
  vault: {
    in: 'vaults',
    path: ':subscriptionId/:resourceGroup/:vaultName',
    title: { de: 'Recovery Services-Tresor', en: 'Recovery Services vault' },
    named: 'vaultName',
    file: 'vaults/vault',
    size: 'large',
    behind: 'menu',
    icon: true,
    pinnable: true,
  },

  // The wizard: the Backup blade and the blades of its three steps.
  backup: {
    in: 'vault',
    path: 'backup',
    title: { de: 'Sicherung', en: 'Backup' },
    file: 'backup/backup',
    sequence: true,
    teaches: true,
    step: 'enable-backup',
  },
  keyVaultInWizard: { in: 'backup', ...keyVault },
  backupGoal: { in: 'backup', path: 'goal', title: { de: 'Sicherungsziel', en: 'Backup Goal' }, file: 'backup/backup-goal', teaches: true },
  backupPolicy: {
    in: 'backup',
    path: 'policy',
    title: { de: 'Sicherungsrichtlinie', en: 'Backup policy' },
    file: 'policies/backup-policy',
    teaches: true,
  },
  newPolicyInWizard: {
    in: 'backupPolicy',
    path: 'new',
    title: newPolicy,
    file: 'policies/form/create-wizard-policy',
    size: 'medium',
    step: 'write-policy',
  },
  selectMachines: {
    in: 'backup',
    path: 'machines',
    title: { de: 'Virtuelle Computer auswählen', en: 'Select virtual machines' },
    file: 'backup/select-machines',
    size: 'large',
    teaches: true,
  },
  encryptionInWizard: { in: 'selectMachines', ...machineEncryption },
  backupScript: { in: 'backup', path: 'script', title: script, file: 'scripts/protection-script', size: 'large' },
  prerequisitesInWizard: { in: 'backup', ...prerequisites },
  protection: {
    in: 'backup',
    path: 'result/:batchId',
    title: { de: 'Sicherung aktivieren', en: 'Enable backup' },
    file: 'backup/protection-result',
    size: 'large',
    teaches: true,
  },
  prerequisites: { in: 'vault', ...prerequisites },

  // The backup items of a vault, and what can be done with one: the commands of its dashboard, among them the two steps of a restore.
  items: {
    in: 'vault',
    path: 'items',
    title: { de: 'Sicherungselemente', en: 'Backup items' },
    file: 'items/item-list',
    size: 'large',
    pinnable: true,
  },
  item: {
    in: 'items',
    path: ':vmGroup/:vmName',
    title: { de: 'Sicherungselement', en: 'Backup item' },
    named: 'vmName',
    file: 'items/item',
    size: 'medium',
    pinnable: true,
  },
  backupNow: {
    in: 'item',
    path: 'backup-now',
    title: { de: 'Jetzt sichern', en: 'Backup now' },
    file: 'items/backup-now',
    step: 'back-up-now',
  },
  /** `until`: the last day the point is kept, as 2017-02-17. */
  backupNowScript: { in: 'backupNow', path: 'script/:until', title: script, file: 'scripts/backup-now-script', size: 'large' },
  stopBackup: {
    in: 'item',
    path: 'stop',
    title: { de: 'Sicherung beenden', en: 'Stop backup' },
    file: 'items/stop-backup',
    step: 'stop-backup',
  },
  resumeBackup: {
    in: 'item',
    path: 'resume',
    title: { de: 'Sicherung fortsetzen', en: 'Resume backup' },
    file: 'items/resume-backup',
    step: 'resume-backup',
  },
  encryptionOfItem: { in: 'item', ...machineEncryption, path: 'encryption' },
  undelete: {
    in: 'item',
    path: 'undelete',
    title: { de: 'Löschen rückgängig machen', en: 'Undelete' },
    file: 'items/undelete',
    step: 'undelete',
  },
  restoreItem: {
    in: 'item',
    path: 'restore',
    title: { de: 'Wiederherstellen', en: 'Restore' },
    file: 'restore/choose/restore',
    sequence: true,
    step: 'restore-disks',
  },
  restorePoint: {
    in: 'restoreItem',
    path: 'point',
    title: { de: 'Wiederherstellungspunkt auswählen', en: 'Select restore point' },
    file: 'restore/choose/select-point',
    size: 'large',
    teaches: true,
  },
  restoreConfiguration: {
    in: 'restoreItem',
    path: 'configuration',
    title: { de: 'Wiederherstellungskonfiguration', en: 'Restore configuration' },
    file: 'restore/choose/configuration',
    size: 'medium',
    teaches: true,
  },
  disksScript: { in: 'restoreItem', path: 'script', title: script, file: 'scripts/disks-script', size: 'large' },

  // The backup policies of a vault. A policy may be called anything, so its name stands behind a word of its own.
  policies: {
    in: 'vault',
    path: 'policies',
    title: { de: 'Sicherungsrichtlinien', en: 'Backup policies' },
    file: 'policies/policy-list',
    size: 'large',
    pinnable: true,
  },
  newPolicy: { in: 'policies', path: 'new', title: newPolicy, file: 'policies/form/create-policy', size: 'medium', step: 'write-policy' },
  policy: {
    in: 'policies',
    path: 'of/:policyName',
    title: { de: 'Sicherungsrichtlinie', en: 'Backup policy' },
    named: 'policyName',
    file: 'policies/policy',
    size: 'medium',
  },
  editPolicy: {
    in: 'policy',
    path: 'edit',
    title: { de: 'Sicherungsrichtlinie bearbeiten', en: 'Edit backup policy' },
    file: 'policies/form/edit-policy',
    size: 'medium',
    step: 'write-policy',
  },
  deletePolicy: {
    in: 'policy',
    path: 'delete',
    title: { de: 'Sicherungsrichtlinie löschen', en: 'Delete backup policy' },
    file: 'policies/delete-policy',
    step: 'delete-policy',
  },

  // Setting up and deleting a vault.
  infrastructure: {
    in: 'vault',
    path: 'infrastructure',
    title: { de: 'Sicherungsinfrastruktur', en: 'Backup Infrastructure' },
    file: 'vaults/infrastructure/infrastructure',
  },
  configuration: {
    in: 'infrastructure',
    path: 'configuration',
    title: { de: 'Sicherungskonfiguration', en: 'Backup Configuration' },
    file: 'vaults/infrastructure/backup-configuration',
    step: 'configure-vault',
  },
  deleteVault: {
    in: 'vault',
    path: 'delete',
    title: { de: 'Recovery Services-Tresor löschen', en: 'Delete Recovery Services vault' },
    file: 'vaults/delete/delete-vault',
    step: 'delete-vault',
  },

  // From restored disks to a running machine: the journey and the blades of its steps.
  restores: {
    in: 'vault',
    path: 'restores',
    title: { de: 'Wiederherstellungen', en: 'Restores' },
    file: 'restore/journey/restore-list',
    size: 'medium',
    pinnable: true,
  },
  restoreJourney: {
    in: 'restores',
    path: ':jobId',
    title: { de: 'Wiederherstellung', en: 'Restore' },
    file: 'restore/journey/journey',
    pinnable: true,
    sequence: true,
  },
  disks: {
    in: 'restoreJourney',
    path: 'disks',
    title: { de: 'Datenträger wiederherstellen', en: 'Restore disks' },
    file: 'restore/steps/disks',
    size: 'medium',
    teaches: true,
    step: 'restore-disks',
  },
  keys: {
    in: 'restoreJourney',
    path: 'keys',
    title: { de: 'Schlüssel und Geheimnis', en: 'Key and secret' },
    file: 'restore/steps/keys',
    size: 'large',
    teaches: true,
    step: 'restore-keys',
  },
  machine: {
    in: 'restoreJourney',
    path: 'machine',
    title: { de: 'Virtuellen Computer erstellen', en: 'Create virtual machine' },
    file: 'restore/steps/machine',
    size: 'medium',
    teaches: true,
    step: 'create-machine',
  },
  encryption: {
    in: 'restoreJourney',
    path: 'encryption',
    title: { de: 'Verschlüsselung prüfen', en: 'Check the encryption' },
    file: 'restore/steps/encryption',
    size: 'medium',
    teaches: true,
    step: 'renew-encryption',
  },
  protectAgain: {
    in: 'restoreJourney',
    path: 'protection',
    title: { de: 'Wieder sichern', en: 'Protect again' },
    file: 'restore/steps/protection',
    size: 'medium',
    teaches: true,
    step: 'protect-restored',
  },
  keyVaultInRestore: { in: 'protectAgain', ...keyVault },
  afterCare: {
    in: 'restoreJourney',
    path: 'after-care',
    title: { de: 'Nacharbeiten', en: 'After the restore' },
    file: 'restore/steps/after-care',
    size: 'medium',
  },
  restoreRecord: {
    in: 'restoreJourney',
    path: 'record',
    title: { de: 'Protokoll der Wiederherstellung', en: 'Record of the restore' },
    file: 'restore/record/record',
    size: 'large',
  },
  restoreEvidence: {
    in: 'restoreJourney',
    path: 'evidence',
    title: { de: 'Nachweis der Wiederherstellung', en: 'Evidence of the restore' },
    file: 'restore/evidence/restore-evidence',
    size: 'large',
  },
  runToEnd: {
    in: 'restoreJourney',
    path: 'plan',
    title: { de: 'Bis zum Ende laufen lassen', en: 'Run to the end' },
    file: 'restore/plan/plan',
    size: 'medium',
  },
  discardRestore: {
    in: 'restoreJourney',
    path: 'discard',
    title: { de: 'Wiederherstellung verwerfen', en: 'Discard the restore' },
    file: 'restore/discard/discard',
    size: 'large',
  },
  restoreScript: { in: 'restoreJourney', path: 'script/:step', title: script, file: 'scripts/restore-script', size: 'large' },

  helpInVault: { in: 'vault', ...help },
  helpEntryInVault: { in: 'helpInVault', ...helpEntry },

  // Who may do what, the Backup service in key vaults and the signed-in person, and who did what.
  keyVaults: {
    in: 'vault',
    path: 'key-vaults',
    title: { de: 'Zugriff auf Schlüsseltresore', en: 'Key vault access' },
    file: 'access/key-vaults/key-vault-list',
    size: 'large',
    pinnable: true,
  },
  keyVault: { in: 'keyVaults', ...keyVault, path: ':kvSubscription/:kvGroup/:kvName' },
  activity: {
    in: 'vault',
    path: 'activity',
    title: { de: 'Aktivitätsprotokoll', en: 'Activity log' },
    file: 'jobs/activity/activity-log',
    size: 'large',
    step: 'read-activity',
  },
  permissions: {
    in: 'vault',
    path: 'permissions',
    title: { de: 'Darf ich?', en: 'Can I?' },
    file: 'access/can-i/permissions',
    size: 'large',
  },

  jobs: {
    in: 'vault',
    path: 'jobs',
    title: { de: 'Sicherungsaufträge', en: 'Backup jobs' },
    file: 'jobs/job-list',
    size: 'large',
    pinnable: true,
  },
  job: {
    in: 'jobs',
    path: ':jobId',
    title: { de: 'Sicherungsauftrag', en: 'Backup job' },
    file: 'jobs/job',
    size: 'medium',
    step: 'cancel-job',
  },

  // What one looks at without a vault.
  allItems: {
    path: 'items',
    title: { de: 'Alle Sicherungselemente', en: 'All backup items' },
    file: 'items/all-items',
    size: 'large',
    pinnable: true,
  },
  allJobs: {
    path: 'jobs',
    title: { de: 'Alle Sicherungsaufträge', en: 'All backup jobs' },
    file: 'jobs/all-jobs',
    size: 'large',
    pinnable: true,
  },
  allMachines: {
    path: 'machines',
    title: { de: 'Virtuelle Computer', en: 'Virtual machines' },
    file: 'machines/all-machines',
    size: 'large',
    pinnable: true,
  },
  allRestores: {
    path: 'restores',
    title: { de: 'Alle Wiederherstellungen', en: 'All restores' },
    file: 'restore/journey/all-restores',
    size: 'large',
    pinnable: true,
  },
  allKeyVaults: {
    path: 'key-vaults',
    title: { de: 'Schlüsseltresore', en: 'Key vaults' },
    file: 'access/key-vaults/all-key-vaults',
    size: 'large',
    pinnable: true,
  },
  keyVaultInEstate: { in: 'allKeyVaults', ...keyVault, path: ':kvSubscription/:kvGroup/:kvName' },
  // How machines leave Azure Disk Encryption before it ends.
  encryptionEnd: {
    path: 'encryption-end',
    title: { de: 'Ende von Azure Disk Encryption', en: 'End of Azure Disk Encryption' },
    file: 'encryption-end/encryption-end',
    size: 'large',
    pinnable: true,
  },
  encryptionEndScript: {
    in: 'encryptionEnd',
    path: 'script',
    title: script,
    file: 'encryption-end/plan-script',
    size: 'large',
    sharesChoices: true,
  },
  leavingMachine: {
    in: 'encryptionEnd',
    path: ':subscriptionId/:vmGroup/:vmName',
    title: { de: 'Azure Disk Encryption verlassen', en: 'Leave Azure Disk Encryption' },
    named: 'vmName',
    file: 'encryption-end/leaving-machine',
    size: 'large',
    sharesChoices: true,
  },
  vaultAlerts: {
    path: 'alerts',
    title: { de: 'Warnungen der Tresore', en: 'Vault alerts' },
    file: 'alerts/vault-alerts',
    size: 'large',
    pinnable: true,
  },
  alertScript: {
    in: 'vaultAlerts',
    path: 'script',
    title: { de: 'Skript für Benachrichtigungen', en: 'Script for notifications' },
    file: 'alerts/alert-script',
    size: 'large',
    sharesChoices: true,
  },
  // Many machines at once.
  recoveryPlans: {
    path: 'recovery',
    title: { de: 'Wiederherstellungspläne', en: 'Restore plans' },
    file: 'recovery/plan-list',
    size: 'large',
    pinnable: true,
  },
  newRecoveryPlan: {
    in: 'recoveryPlans',
    path: 'new',
    title: { de: 'Neuer Wiederherstellungsplan', en: 'New restore plan' },
    file: 'recovery/choose/new-plan',
    size: 'large',
  },
  recoveryPlan: {
    in: 'recoveryPlans',
    path: ':planId',
    title: { de: 'Wiederherstellungsplan', en: 'Restore plan' },
    file: 'recovery/plan',
    size: 'large',
    pinnable: true,
  },
  editRecoveryPlan: {
    in: 'recoveryPlan',
    path: 'edit',
    title: { de: 'Wiederherstellungsplan ändern', en: 'Edit restore plan' },
    file: 'recovery/choose/edit-plan',
    size: 'large',
  },
  planScript: { in: 'recoveryPlan', path: 'script', title: script, file: 'scripts/plan-script', size: 'large' },
  planEvidence: {
    in: 'recoveryPlan',
    path: 'evidence',
    title: { de: 'Nachweis des Wiederherstellungsplans', en: 'Evidence of the restore plan' },
    file: 'recovery/evidence/plan-evidence',
    size: 'large',
  },
  keySurvival: {
    path: 'key-survival',
    title: { de: 'Schlüssel im Ernstfall', en: 'Key survival' },
    file: 'survival/key-survival',
    size: 'large',
    pinnable: true,
    teaches: true,
  },
  keySurvivalOfItem: {
    in: 'keySurvival',
    path: ':subscriptionId/:resourceGroup/:vaultName/:vmGroup/:vmName',
    title: { de: 'Schlüssel eines Wiederherstellungspunkts', en: 'Keys of a restore point' },
    named: 'vmName',
    file: 'survival/key-survival-of-item',
    size: 'medium',
  },
  supportMatrix: {
    path: 'support-matrix',
    title: { de: 'Supportmatrix', en: 'Support matrix' },
    file: 'help/support-matrix',
    size: 'large',
  },
  supportMatrixEntry: {
    in: 'supportMatrix',
    path: ':entry',
    title: { de: 'Regel der Supportmatrix', en: 'Rule of the support matrix' },
    named: 'entry',
    file: 'help/support-matrix-entry',
    size: 'medium',
  },
  audit: {
    path: 'audit',
    title: { de: 'Prüfprotokoll', en: 'Audit log' },
    file: 'audit/audit',
    size: 'large',
    pinnable: true,
  },
  doctor: { path: 'doctor', title: { de: 'Diagnose', en: 'Diagnosis' }, file: 'help/doctor/doctor', size: 'large' },
  readinessStart: { path: 'readiness', title: readiness, file: 'readiness/readiness-start', size: 'large' },
  readiness: { path: 'readiness/:subscriptionId', title: readiness, file: 'readiness/readiness', size: 'large', pinnable: true },
  encryptionInReadiness: { in: 'readiness', ...machineEncryption, path: ':vmGroup/:vmName' },
  help,
  tours: { path: 'tours', title: { de: 'Rundgänge', en: 'Tours' }, file: 'help/tours', size: 'medium' },
  helpEntry: { in: 'help', ...helpEntry },
  settings: { path: 'settings', title: { de: 'Einstellungen', en: 'Settings' }, file: 'settings/settings', size: 'medium' },
  notFound: { path: '*', title: { de: 'Seite nicht gefunden', en: 'Page not found' }, file: 'help/not-found', size: 'medium' },
});

export type BladeId = keyof typeof map;

/** The blades that say why their step is there. */
export type TeachingBladeId = { [Id in BladeId]: (typeof map)[Id] extends { teaches: true } ? Id : never }[BladeId];

const isBladeId = (id: string): id is BladeId => Object.hasOwn(map, id);

export const bladeIds: readonly BladeId[] = Object.keys(map).filter(isBladeId);

/** The rows with the cells that only some of them have. */
export const rows: Readonly<Record<BladeId, Row>> = map;

/** Whether a route is a blade that says why its step is there. */
export const isTeaching = (id: string | undefined): id is TeachingBladeId => id !== undefined && isBladeId(id) && rows[id].teaches === true;

/** One thing for each blade. */
export function eachBlade<Value>(valueOf: (id: BladeId) => Value): Readonly<Record<BladeId, Value>>;
export function eachBlade(valueOf: (id: BladeId) => unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(bladeIds.map((id) => [id, valueOf(id)]));
}

/** The names of the blades: in their headers, in the trail, in the tab of the browser and wherever something leads to them. */
export const titles = eachBlade((id): Message => rows[id].title);

/** The blade that one opens from. */
export function parentOf(id: BladeId): BladeId | null {
  const parent = rows[id].in ?? '';
  return isBladeId(parent) ? parent : null;
}

/** The blades that stand open with one: those it opens from, outermost first, and itself. */
export function chainOf(id: BladeId): BladeId[] {
  const parent = parentOf(id);
  return parent === null ? [id] : [...chainOf(parent), id];
}

/** What a blade is called where its address carries these names. */
export function titleOf(id: BladeId, names: Readonly<Record<string, string | undefined>>): string | Message {
  const { title, named } = rows[id];
  return (named === undefined ? undefined : own(names, named)) ?? title;
}

const patterns = eachBlade((id) =>
  chainOf(id)
    .map((one) => `/${rows[one].path}`)
    .join(''),
);

/** The address of a blade as the router knows it, from the root on. */
export const patternOf = (id: BladeId): string => patterns[id];

type Names<Path extends string> = Path extends `${infer First}/${infer Rest}`
  ? Names<First> | Names<Rest>
  : Path extends `:${infer Name}`
    ? Name
    : never;

/** The names that the address of a blade carries: its own, and those of the blade it opens from. */
export type NamesOf<Id extends BladeId> =
  | Names<(typeof map)[Id]['path']>
  | ((typeof map)[Id] extends { in: infer Parent extends BladeId } ? NamesOf<Parent> : never);

/** The blades that open from none and whose address carries no name. */
export type RootBladeId = {
  [Id in BladeId]: (typeof map)[Id] extends { in: string } ? never : [NamesOf<Id>] extends [never] ? Id : never;
}[BladeId];
