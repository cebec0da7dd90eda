import { join, sh, type Code } from './writing';

/** Another shell would take some of what follows for something else: zsh, for one, takes several disks for one. */
export const needsBash: Code = sh`[ -n "\${BASH_VERSION:-}" ] || { echo 'bash is needed' >&2; exit 1; }`;

/**
 * From here on az is asked about `$subscription`, whatever another window chooses in the hours that a script may take. An id names its own; the
 * directory has none. What fails in a function is not reported: it is left to the one who calls.
 */
export const inSubscription: Code = join(
  [
    sh`az() {`,
    sh`  case " $* " in`,
    sh`    *' --ids '* | ' account '* | ' ad '* | ' login '*) command az "$@" || return ;;`,
    sh`    *) command az "$@" --subscription "$subscription" || return ;;`,
    sh`  esac`,
    sh`}`,
  ],
  '\n',
);
