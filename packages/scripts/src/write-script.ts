import { recoveryScript as azRecovery } from './az/recovery';
import * as az from './az/scripts';
import { isFilled, isFit, isForAz } from './fitness';
import type { Dialect, Heading } from './heading';
import { recoveryScript } from './powershell/recovery';
import * as powershell from './powershell/scripts';
import type { Reader, Script } from './script';
import type { BackUpNowValues, DiskValues, ProtectionValues, RecoveryValues, RestoreStep, RestoreValues } from './values';
import type { Language } from './words';
import { UnwritableValueError } from './writing';

/** What a script is wanted for. */
export type Wanted =
  | { of: 'restore'; step: RestoreStep | 'journey'; values: RestoreValues }
  | { of: 'recovery'; values: RecoveryValues }
  | { of: 'disks'; values: DiskValues }
  | { of: 'backup-now'; values: BackUpNowValues }
  | { of: 'protection'; values: ProtectionValues };

/** Why there is no script. */
export type Refusal =
  | 'system-unknown'
  | 'keys-unknown'
  | 'account-gone'
  | 'point-unknown'
  | 'disks-hidden'
  | 'none-left'
  | 'not-in-2017'
  | 'pair-by-az-only'
  | 'not-protected-in-pair'
  | 'unwritable'
  | 'unfit';

function write(wanted: Wanted, dialect: Dialect, reader: Reader): Script {
  if (wanted.of === 'restore') {
    const { values, step } = wanted;
    return dialect === 'az' ? az.restoreScript(values, step, reader) : powershell.restoreScript(dialect, values, step, reader);
  }
  if (wanted.of === 'recovery') return dialect === 'az' ? azRecovery(wanted.values, reader) : recoveryScript(wanted.values, reader);
  if (wanted.of === 'disks') {
    return dialect === 'az' ? az.disksScript(wanted.values, reader) : powershell.disksScript(dialect, wanted.values, reader);
  }
  if (wanted.of === 'backup-now') {
    return dialect === 'az' ? az.backUpNowScript(wanted.values, reader) : powershell.backUpNowScript(dialect, wanted.values, reader);
  }
  return dialect === 'az' ? az.protectionScript(wanted.values, reader) : powershell.protectionScript(dialect, wanted.values, reader);
}

/** In January 2017 there were neither managed disks nor encryption without an Entra application, nor backups of a BEK alone. */
function isOf2017({ targetGroup, pass, keys }: RestoreValues): boolean {
  return targetGroup === null && (keys === null || (pass === 'dual' && keys.key !== null));
}

/** The script in a dialect, under its heading, with comments in a language; or why there is none. */
export function writeScript(wanted: Wanted, dialect: Dialect, language: Language, heading: Heading): Script | Refusal {
  if (wanted.of === 'restore') {
    const { step, values } = wanted;
    if (dialect === 'AzureRM' && !isOf2017(values)) return 'not-in-2017';
    if (values.inPair && step === 'protection') return 'not-protected-in-pair';
    if (values.inPair && dialect !== 'az') return 'pair-by-az-only';
    if (step === 'machine' && values.disks.length === 0) return 'disks-hidden';
  }
  if (wanted.of === 'recovery') {
    if (dialect === 'AzureRM') return 'not-in-2017';
    if (wanted.values.machines.length === 0) return 'none-left';
  }
  if (wanted.of === 'disks' && dialect === 'AzureRM' && wanted.values.targetGroup !== null) return 'not-in-2017';
  if (wanted.of === 'disks' && dialect !== 'az' && wanted.values.inPair) return 'pair-by-az-only';
  if (!isFilled(wanted.values)) return 'unfit';
  if (dialect === 'az' && !isForAz(wanted.values)) return 'unwritable';
  try {
    const script = write(wanted, dialect, { language, heading });
    return isFit(script.text) ? script : 'unfit';
  } catch (error) {
    if (error instanceof UnwritableValueError) return 'unwritable';
    throw error;
  }
}
