import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import type { SubscriptionId } from '@tresor/contracts';
import { MOST_AGENTS } from '@tresor/contracts/limits';
import { chunksOf } from '../../api/in-chunks';
import { isVmId } from '../../api/known-ids';
import { agentsQuery } from '../../api/queries';
import { agentIn, type AgentReports, keyOf } from './agent-reports';

const CALLS_AT_A_TIME = 4;
/** Rows that are only scrolled past are not asked about. */
const PATIENCE_MS = 120;

export const agentReportsQuery = (subscriptionId: SubscriptionId) =>
  queryOptions<AgentReports>({ queryKey: ['agent-reports', subscriptionId], queryFn: skipToken, initialData: {}, staleTime: Infinity });

/** Reads the agents of the machines somebody looks at, many in one call, each machine once. */
export class AgentReader {
  readonly #client: QueryClient;
  readonly #subscriptionId: SubscriptionId;
  readonly #wanted = new Set<string>();
  readonly #asked = new Map<string, Promise<void>>();
  #waiting = false;
  #timesForgotten = 0;

  constructor(client: QueryClient, subscriptionId: SubscriptionId) {
    this.#client = client;
    this.#subscriptionId = subscriptionId;
  }

  get #reports(): AgentReports {
    return this.#client.getQueryData(agentReportsQuery(this.#subscriptionId).queryKey) ?? {};
  }

  /** Wants the agent of a machine until the answered function is called. */
  want(id: string): () => void {
    this.#wanted.add(id);
    if (!this.#waiting) {
      this.#waiting = true;
      setTimeout(() => {
        this.#waiting = false;
        void this.read([...this.#wanted]);
      }, PATIENCE_MS);
    }
    return () => this.#wanted.delete(id);
  }

  /** Reads what is not known yet of these machines; answers everything that is known then. */
  async read(ids: readonly string[]): Promise<AgentReports> {
    const missing = ids.filter((id) => agentIn(this.#reports, id) === undefined && !this.#asked.has(keyOf(id)));
    for (const calls of chunksOf(chunksOf(missing, MOST_AGENTS), CALLS_AT_A_TIME)) {
      await Promise.all(calls.map((vmIds) => this.#ask(vmIds)));
    }
    await Promise.all(ids.map((id) => this.#asked.get(keyOf(id))).filter((answer) => answer !== undefined));
    return this.#reports;
  }

  /** Anyone who asks again wants to know what is true now, not what the server heard a moment ago. */
  forget(): void {
    this.#timesForgotten += 1;
    this.#asked.clear();
    this.#client.setQueryData<AgentReports>(agentReportsQuery(this.#subscriptionId).queryKey, {});
  }

  #ask(ids: string[]): Promise<void> {
    const answer = this.#fetch(ids);
    for (const id of ids) this.#asked.set(keyOf(id), answer);
    return answer;
  }

  async #fetch(ids: string[]): Promise<void> {
    const askedAt = this.#timesForgotten;
    const query = agentsQuery(this.#subscriptionId, ids.filter(isVmId), askedAt > 0);
    const answers = await this.#client.fetchQuery({ ...query, staleTime: 0 }).catch(() => []);
    // Somebody wanted to know again while this was on its way.
    if (askedAt !== this.#timesForgotten) return this.#fetch(ids);
    const reports: AgentReports = Object.fromEntries([
      ...ids.map((id) => [keyOf(id), null] as const),
      ...answers.map(({ vmId, agent }) => [keyOf(vmId), agent] as const),
    ]);
    this.#client.setQueryData<AgentReports>(agentReportsQuery(this.#subscriptionId).queryKey, (known) => ({ ...known, ...reports }));
  }
}
