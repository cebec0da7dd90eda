import type { KeySurvival, SurvivalFinding } from '@tresor/contracts';
import { paths } from '../../map/paths';
import type { fixWords } from './messages';

type Fix = keyof typeof fixWords;

/** What helps against each finding; null where there is nothing to be done but to wait or to know. */
const FIXES: Readonly<Record<SurvivalFinding, Fix | null>> = {
  'no-point': 'item',
  'snapshot-outdated': 'point',
  'not-in-backup': 'point',
  'key-elsewhere': 'point',
  'key-vault-gone': 'restore',
  'secret-gone': 'restore',
  'key-gone': 'restore',
  'key-vault-elsewhere': 'restore',
  'key-vault-deleted': 'restore',
  'secret-deleted': 'restore',
  'key-deleted': 'restore',
  'secret-disabled': 'restore',
  'key-disabled': 'restore',
  'secret-expired': 'restore',
  'key-expired': 'restore',
  'key-vault-not-enabled': 'restore',
  'keys-untold': 'item',
  'key-vault-unreadable': 'rights',
  'keys-unreadable': 'rights',
  'keys-firewalled': null,
  'key-vault-registering': null,
  'service-shut-out': 'access',
  'no-purge-protection': 'protect',
  'expires-soon': 'encryption',
  'newer-version': null,
  'service-unseen': null,
};

/** What helps against a finding, and the blade where it is done; undefined where nothing is to be done. */
export function fixOf({ item, keyVaults }: KeySurvival, finding: SurvivalFinding | undefined): { fix: Fix; to: string } | undefined {
  const fix = finding === undefined ? null : FIXES[finding];
  if (fix === null) return undefined;
  const keyVault = keyVaults.find(({ service }) => service === 'lacking') ?? keyVaults[0];
  const places: Readonly<Record<Fix, () => string>> = {
    restore: () => paths.restoreItem(item),
    point: () => paths.restorePoint(item),
    item: () => paths.item(item),
    access: () => (keyVault === undefined ? paths.keyVaults(item) : paths.keyVault(item, keyVault.id)),
    rights: () => paths.permissions(item),
    encryption: () => paths.encryptionOfItem(item),
    protect: () => paths.keySurvivalOfItem(item),
  };
  return { fix, to: places[fix]() };
}
