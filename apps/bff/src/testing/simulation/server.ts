import type { HttpClient } from '@azure/core-rest-pipeline';
import { createAzure, type AzureSession, type OpenAzure } from '../../azure/connection/azure';
import type { Principal } from '../../session/principal';
import type { Stores } from '../../store/stores';
import { ProtectionService } from '../../workflows/enable-protection/protection-service';
import type { OnceTimes } from '../../workflows/once/command';
import { Once } from '../../workflows/once/once';
import { CommandRecord } from '../../workflows/record/command-record';
import type { Life } from './life';

const PACE = { firstGap: 1_000, gapPerMachine: 15, longestGap: 15_000 };

/** What runs in one process of the BFF above the store and the wire. */
export class SimulatedServer {
  readonly life: Life;
  readonly once: Once;
  readonly protection: ProtectionService;
  readonly #open: OpenAzure;
  readonly #principal: Principal;
  readonly #record: CommandRecord;

  constructor(life: Life, stores: Stores, wire: HttpClient, principal: Principal, times: OnceTimes) {
    this.life = life;
    this.#principal = principal;
    this.#open = createAzure(undefined, async ({ assertion }) => ({ token: assertion, expiresAt: Date.now() + 3_600_000 }), 1_000, wire);
    this.once = new Once(life.reaching(stores.intents), times);
    this.#record = new CommandRecord(stores.commands, () => undefined);
    this.protection = new ProtectionService(life.reaching(stores.batches), this.#open, this.#record, PACE, () => undefined);
  }

  session(): AzureSession {
    const session = this.#open(this.#principal, 'simulation', new AbortController().signal);
    return { ...session, command: this.#record.resume(session, { commandId: 'simulation', scope: 'simulation', journey: null }) };
  }
}
