import { CLOUDS } from '../clouds';
import { own } from '../own';
import { holdsCertificate } from './way-out';

const NAME = 'DATABASE_URL';
const PARAMETERS = ['sslmode', 'sslrootcert'];
const FORM = `${NAME} must be postgresql://<user>@<host>:<port>/<database>, a password after the user's name`;

const read = (url: string) => (URL.canParse(url) ? new URL(url) : undefined);

/** What is wrong with the address of the database that servers share. TLS is believed where the server's name is checked, and not else. */
export function problemsOfDatabase(env: NodeJS.ProcessEnv): string[] {
  if (env['REDIS_URL']) return [`REDIS_URL: orders are kept in PostgreSQL now; set ${NAME} instead`];
  const text = env[NAME];
  if (!text) return [];
  const url = read(text);
  if (!url || !/^postgres(?:ql)?:$/.test(url.protocol) || !url.hostname || !url.username || !/^\/[^/]+$/.test(url.pathname)) return [FORM];
  const given = [...url.searchParams.keys()];
  const problems: string[] = [];
  if (given.some((name, at) => !PARAMETERS.includes(name) || given.indexOf(name) !== at))
    problems.push(`${NAME} takes ${PARAMETERS.join(' and ')}, each once, and no other parameters`);
  const mode = url.searchParams.get('sslmode') ?? 'disable';
  if (!['disable', 'verify-full'].includes(mode)) problems.push(`${NAME}: sslmode must be verify-full, or disable in local mode`);
  const authority = url.searchParams.get('sslrootcert');
  if (authority !== null && !holdsCertificate(authority))
    problems.push(`${NAME}: the file ${authority} of sslrootcert cannot be read, or holds no certificate in PEM`);
  if (env['TRESOR_MODE'] !== 'cloud') return problems;
  if (mode !== 'verify-full') problems.push(`${NAME} must have sslmode=verify-full in cloud mode: orders travel there`);
  const cloud = own(CLOUDS, env['TRESOR_CLOUD'] || 'public');
  if (url.password === '' && cloud?.databases === null)
    problems.push(`${NAME} needs a password: for ${cloud.name} it is not published whom tokens for databases are meant for`);
  return problems;
}
