import { CHECK_IDS, type CheckResult } from '@tresor/contracts/doctor';
import pLimit from 'p-limit';
import type { AzureSession } from '../azure/connection/azure';
import { readPermissions } from '../azure/permissions';
import { listSubscriptions } from '../azure/subscriptions';
import type { Config } from '../config';
import { Problem } from '../problem';
import { examine } from './examine';
import { openVisit } from './visit';

/** Who may assign roles manages a subscription; to others the settings of the server are of no concern. */
const ADMINISTRATES = 'Microsoft.Authorization/roleAssignments/write';
const MOST_SUBSCRIPTIONS = 50;
const RETRY_SECONDS = 15;

async function requireAdministrator(session: AzureSession): Promise<void> {
  const subscriptions = (await listSubscriptions(session)).slice(0, MOST_SUBSCRIPTIONS);
  const held = await pLimit(6).map(subscriptions, async ({ subscriptionId }) =>
    (await readPermissions(session, `/subscriptions/${subscriptionId}`)).may(ADMINISTRATES),
  );
  if (!held.includes(true)) throw new Problem('forbidden');
}

/** Examinations that people ask for: one at a time, for each sends some dozens of requests into the world. */
export class Examinations {
  readonly #config: Config;
  /** Whose is under way. */
  #asking: AzureSession | undefined;

  constructor(config: Config) {
    this.#config = config;
  }

  /** The results as they come. A problem where the person may not ask, or somebody else is asking. */
  async begin(person: AzureSession): Promise<AsyncGenerator<{ all: number; result: CheckResult }, void>> {
    await requireAdministrator(person);
    person.signal.throwIfAborted();
    if (this.#asking) throw new Problem('too-many-requests', { retryAfter: RETRY_SECONDS });
    this.#asking = person;
    // Who leaves before the first result never begins to take them, and nothing of them runs.
    person.signal.addEventListener('abort', () => this.#end(person), { once: true });
    return this.#results(person);
  }

  async *#results(person: AzureSession): AsyncGenerator<{ all: number; result: CheckResult }, void> {
    try {
      const visit = openVisit({ config: this.#config, person, signal: person.signal });
      for await (const result of examine(visit)) yield { all: CHECK_IDS.length, result };
    } finally {
      this.#end(person);
    }
  }

  #end(person: AzureSession): void {
    if (this.#asking === person) this.#asking = undefined;
  }
}
