import { PROBLEM_STATUS, type ProblemCode } from '@tresor/contracts/problem-codes';
import { azureCodeWords, knownAzureCodes, sameCode } from '../../i18n/azure-codes';
import type { Message } from '../../i18n/messages';
import { problemText } from '../../i18n/problem-texts';
import { RULE_WORDS } from '../../i18n/rules';
import { ARTICLE_ROWS } from './article-rows';

export type HelpPlace = 'items' | 'backup' | 'machines' | 'restores' | 'jobs' | 'settings' | 'keyVaults' | 'permissions';
export type HelpKind = 'backup' | 'restore' | 'choice' | 'portal';

export interface HelpEntry {
  /** Part of the address; the code itself where there is one. */
  id: string;
  kind: HelpKind;
  /** What a person reads on the screen. */
  title: Message;
  cause: Message | null;
  remedy: Message;
  note?: Message;
  /** Where it is put right. */
  places: readonly HelpPlace[];
}

/** Codes that a restore ends with; the others come from backups. */
const OF_RESTORES = new Set([
  'UserErrorKeyVaultNotFound',
  'UserErrorKeyAndSecretNotFound',
  'UserErrorRestoreNotAuthorized',
  'UserErrorStorageAccountNotAuthorized',
  'UserErrorStorageAccountRegionMismatch',
  'UserErrorStorageAccountNotSupported',
  'UserErrorStorageAccountNotOnline',
  'UserErrorFileRecoveryNotSupportedForEncryptedVM',
  'DiskEncryptionInternalError',
  'CopyingVHDsFromBackUpVaultTakingLongTime',
  'UserErrorInstantRpNotFound',
  'UserErrorSkuNotAvailable',
  'UserErrorMarketPlaceVMNotSupported',
]);

/** Codes that are put right at the key vault, whoever ends with them. */
const OF_KEY_VAULTS = new Set(['UserErrorKeyVaultPermissionsNotConfigured']);

const placesOf = (id: string, ofRestore: boolean): HelpPlace[] => [
  ...(OF_KEY_VAULTS.has(id) ? ['keyVaults' as const] : []),
  'items',
  ofRestore ? 'restores' : 'jobs',
];

const isProblemCode = (code: string): code is ProblemCode => code in PROBLEM_STATUS;

function azureEntries(): HelpEntry[] {
  return knownAzureCodes().flatMap((id): HelpEntry[] => {
    const words = azureCodeWords(id);
    if (words === null) return [];
    const ofRestore = OF_RESTORES.has(id);
    const entry = { id, title: words.reason, cause: null, remedy: words.remedy };
    return [{ ...entry, kind: ofRestore ? 'restore' : 'backup', places: placesOf(id, ofRestore) }];
  });
}

const ruleEntries = (): HelpEntry[] =>
  Object.entries(RULE_WORDS).map(([id, { reason, remedy }]) => ({
    id,
    kind: 'choice',
    title: reason,
    cause: null,
    remedy,
    places: ['machines', 'settings'],
  }));

const problemEntries = (): HelpEntry[] =>
  Object.keys(PROBLEM_STATUS)
    .filter(isProblemCode)
    .map((id) => {
      const { happened, certain, todo } = problemText(id);
      return { id, kind: 'portal', title: happened, cause: certain, remedy: todo, places: id === 'forbidden' ? ['permissions'] : ['jobs'] };
    });

/** Everything that can be looked up: the rows of the article first. */
export const helpEntries = (): HelpEntry[] => [...ARTICLE_ROWS, ...azureEntries(), ...ruleEntries(), ...problemEntries()];

/** The entry of the first of these codes, parted by commas, that has one; a code may mean the same as another. */
export function entryOf(codes: string): HelpEntry | undefined {
  const entries = new Map(helpEntries().map((entry) => [entry.id, entry]));
  const [first] = codes
    .split(',')
    .map((code) => entries.get(sameCode(code)))
    .filter((entry) => entry !== undefined);
  return first;
}
