import { at, text } from '../src/world/json';
import { itemOf, vault } from './client';
import type { Client } from './client';

const machines = ['ProtectedVM1', 'OtherVaultVM1', 'FullRestoreVM1', 'AppVM1', 'AppVM2'];
/** Every backup of the demo company is over after this many minutes. */
const LONG_ENOUGH = 24 * 60;

/** Backups that were begun; each must end, whatever happens to the process. */
export class Backups {
  #begun: string[] = [];
  ended = 0;

  /** Begins the backup of some machine, unless one is running. False when the connection breaks. */
  async begin(client: Client, turn: number): Promise<boolean> {
    const machine = machines[turn % machines.length] ?? '';
    const answer = await client
      .arm('POST', `${itemOf(machine)}/backup`, { properties: { objectType: 'IaasVMBackupRequest' } })
      .catch(() => undefined);
    if (!answer) return false;
    if (answer.status !== 202 && answer.status !== 409) throw new Error(`The backup of ${machine} was refused with ${answer.status}.`);
    const operation = answer.headers.get('azure-asyncoperation');
    if (operation !== null) this.#begun.push(new URL(operation).pathname);
    return true;
  }

  /** Lets a day pass and looks whether all that was begun has come to an end. @throws when something still runs or is lost */
  async settle(client: Client): Promise<void> {
    await client.control('POST', '/control/advance', { minutes: LONG_ENOUGH });
    for (const path of this.#begun) {
      const { status, body } = await client.arm('GET', decodeURIComponent(path));
      const job = text(at(body, 'properties', 'jobId'));
      if (status !== 200 || body['status'] !== 'Succeeded' || job === undefined) {
        throw new Error(`The operation ${path} answers ${status} ${String(body['status'])}.`);
      }
      const ended = await client.arm('GET', `${vault}/backupJobs/${job}`);
      const outcome = at(ended.body, 'properties', 'status');
      if (outcome !== 'Completed') throw new Error(`The backup job ${job} is ${String(outcome)}.`);
      this.ended += 1;
    }
    this.#begun = [];
  }
}
