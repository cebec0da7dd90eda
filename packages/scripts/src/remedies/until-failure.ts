import { needsBash } from '../bash';
import { join, ps, sh, type Code } from '../writing';

export type Shell = 'az' | 'powershell';

/**
 * One piece of script that ends at its first command that fails, so that none goes on in another subscription or without what the one
 * before it should have made. Pasted into a shell it leaves that open, and its settings as they were.
 */
export const untilFailure = (shell: Shell, pieces: readonly Code[]): Code =>
  join(
    shell === 'az'
      ? [sh`(`, needsBash, sh`set -euo pipefail`, ...pieces, sh`)`]
      : [ps`& {`, ps`$ErrorActionPreference = 'Stop'`, ...pieces, ps`}`],
    '\n',
  );
