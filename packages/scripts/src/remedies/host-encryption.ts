import { ps, remark, sh, type Code } from '../writing';
import { lines, type LeavingTarget, type LeavingWords } from './leaving';
import { AZ_FUNCTIONS, azOf } from './leaving-az';
import { PS_FUNCTIONS, psOf } from './leaving-powershell';
import { untilFailure, type Shell } from './until-failure';

export type { LeavingTarget, LeavingWords };

/** What is done for one machine: where it stops, the next one's turn comes. */
const azApart = ({ name }: LeavingTarget, code: Code) =>
  lines([sh`set +e`, sh`(`, sh`set -e`, code, sh`)`, sh`[ $? = 0 ] || stopped+=(${name})`, sh`set -e`]);
const psApart = ({ name }: LeavingTarget, code: Code) =>
  lines([ps`try {`, ps`& {`, code, ps`}`, ps`} catch { [Console]::Error.WriteLine(${name} + ': ' + $_); $stopped += ${name} }`]);

/**
 * Takes machines out of Azure Disk Encryption, one after the other: decrypts, copies each disk by upload to a new one, for a copy by snapshot
 * keeps the mark of Azure Disk Encryption, and makes a new machine with encryption at host beside the old one, which stays, deallocated.
 * What only somebody inside the machine can see is asked for. A machine that stops holds up no other: run again, it goes on for those alone
 * that have no new machine, with the copies that are whole as long as nothing has run with their sources since. Source: disk-encryption-migrate. Throws UnwritableValueError.
 */
export function leavingScript(shell: Shell, targets: readonly LeavingTarget[], words: LeavingWords): string {
  const isAz = shell === 'az';
  const apart = isAz ? azApart : psApart;
  const parts = targets.flatMap((target) => [remark(target.name), apart(target, isAz ? azOf(target, words) : psOf(target, words))]);
  const [opening, end] = isAz
    ? [
        lines([sh`kept=${words.kept}`, AZ_FUNCTIONS, sh`stopped=()`]),
        sh`if [ "\${#stopped[@]}" != 0 ]; then printf '%s\n' "\${stopped[@]}" >&2; exit 1; fi`,
      ]
    : [lines([ps`$kept = ${words.kept}`, PS_FUNCTIONS, ps`$stopped = @()`]), ps`if ($stopped) { throw ($stopped -join ', ') }`];
  return `${untilFailure(shell, [opening, ...parts, end]).text}\n`;
}
