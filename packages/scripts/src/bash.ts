import { sh, type Code } from './writing';

/** Another shell would take some of what follows for something else: zsh, for one, takes several disks for one. */
export const needsBash: Code = sh`[ -n "\${BASH_VERSION:-}" ] || { echo 'bash is needed' >&2; exit 1; }`;
