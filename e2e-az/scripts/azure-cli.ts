import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LocalAzure } from '@tresor/local-azure';
import { startContoso, type Contoso } from '../../apps/bff/src/testing/start-contoso';
import { azureEnvironment, registerCloud } from '../../scripts/azure-clients.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface Ended {
  code: number | null;
  output: string;
  errors: string;
}

/** The company with its portal's server, and an az that has signed in to it. */
export interface World extends AsyncDisposable {
  contoso: Contoso;
  /** Object id of whom az has signed in. */
  objectId: string;
  /**
   * Runs a script as a person would, who answers so what it asks. The clock goes on meanwhile; where a job begins, so far that it is over.
   * `programs`: a folder with others than are installed.
   */
  run: (script: string, answers?: string, programs?: string) => Promise<Ended>;
}

/** An az with a configuration of its own that takes a Local Azure for its cloud; nobody has signed in yet. */
export async function openAz(azure: LocalAzure, folder: string) {
  const env = {
    ...process.env,
    ...Object.fromEntries(azureEnvironment(azure)),
    AZURE_CONFIG_DIR: join(folder, 'az'),
    AZURE_CORE_COLLECT_TELEMETRY: '0',
    AZURE_CORE_ONLY_SHOW_ERRORS: '1',
    PYTHONWARNINGS: 'ignore',
  };
  const az = (args: string[]) => promisify(execFile)('az', args, { env });
  for (const args of registerCloud(azure)) await az(args);
  return { env, az };
}

export async function startWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'az-scripts-'));
  const contoso = await startContoso('contoso', { file: join(folder, 'world.sqlite'), tlsPort: 0 });
  const application = applicationOf(contoso);
  const { env: reaching, az } = await openAz(contoso.azure, folder);
  const env = { ...reaching, ADE_CLIENT_ID: application.clientId, ADE_CLIENT_SECRET: application.clientSecret, ADE_ENCRYPT_ALL: 'y' };
  const { programs, tenantId } = contoso.azure;
  const { appId, secret } = programs[0] ?? { appId: '', secret: '' };
  await az(['login', '--service-principal', '-u', appId, '-p', secret, '--tenant', tenantId]);
  const { stdout } = await az(['ad', 'sp', 'show', '--id', appId, '--query', 'id', '--output', 'tsv']);
  return {
    contoso,
    objectId: stdout.trim(),
    run(script, answers = '', programs = '') {
      return run(contoso, folder, { ...env, PATH: `${programs}:${env.PATH ?? ''}` }, { script, answers });
    },
    async [Symbol.asyncDispose]() {
      await contoso[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true });
    },
  };
}

/** As what disk encryption signs in, where a machine was encrypted with an Entra application. */
export function applicationOf({ azure }: Contoso): { clientId: string; clientSecret: string } {
  const program = azure.programs.find(({ displayName }) => displayName === 'Disk encryption');
  if (!program) throw new Error('no application for disk encryption');
  return { clientId: program.appId, clientSecret: program.secret };
}

function run(
  { azure }: Contoso,
  folder: string,
  env: NodeJS.ProcessEnv,
  { script, answers }: { script: string; answers: string },
): Promise<Ended> {
  const file = join(folder, 'script.sh');
  writeFileSync(file, script);
  const clock = setInterval(() => azure.advance(MINUTE / 2), 100);
  return new Promise<Ended>((resolve, reject) => {
    const child = spawn('bash', [file], { env, cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.end(answers);
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (/^Job /m.test(text)) azure.advance(6 * HOUR);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output, errors }));
  }).finally(() => clearInterval(clock));
}
