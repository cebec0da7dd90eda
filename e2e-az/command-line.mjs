import { spawn } from 'node:child_process';
import { azureEnvironment } from '../scripts/azure-clients.mjs';

/** Retry-able answers make az wait for long: no step needs as much as this. */
const LIMIT = 120_000;

/** Runs `az` with a configuration of its own, led to a Local Azure. Its answers are parsed JSON. */
export class CommandLine {
  #environment;

  constructor(azure, configuration) {
    this.#environment = {
      ...process.env,
      ...Object.fromEntries(azureEnvironment(azure)),
      AZURE_CONFIG_DIR: configuration,
      AZURE_CORE_COLLECT_TELEMETRY: '0',
      AZURE_CORE_NO_COLOR: '1',
      PYTHONWARNINGS: 'ignore',
    };
  }

  /** How a command ended: its exit code and what it said. */
  attempt(...args) {
    return new Promise((resolve, reject) => {
      const child = spawn('az', [...args, '--only-show-errors'], {
        env: this.#environment,
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: LIMIT,
      });
      let output = '';
      let errors = '';
      child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
      child.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, output, errors }));
    });
  }

  /** What a command answers; rejects with what it said when it fails. */
  async run(...args) {
    const { code, output, errors } = await this.attempt(...args, '-o', 'json');
    if (code !== 0) throw new Error(`az ${args.join(' ')}\n${errors.trim()}`);
    return output.trim() === '' ? undefined : JSON.parse(output);
  }
}
