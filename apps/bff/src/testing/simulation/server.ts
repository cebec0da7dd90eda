import type { HttpClient } from '@azure/core-rest-pipeline';
import { createAzure, type AzureSession, type OpenAzure } from '../../azure/connection/azure';
import type { Principal } from '../../session/principal';
import type { Stores } from '../../store/stores';
import { ProtectionService } from '../../workflows/enable-protection/protection-service';
import type { OnceTimes } from '../../workflows/once/command';
import { Once } from '../../workflows/once/once';
import type { Life } from './life';

const PACE = { firstGap: 1_000, gapPerMachine: 15, longestGap: 15_000 };

/** What runs in one process of the BFF above the store and the wire. */
export class SimulatedServer {
  readonly life: Life;
  readonly once: Once;
  readonly protection: ProtectionService;
  readonly #open: OpenAzure;
  readonly #principal: Principal;

  constructor(life: Life, stores: Stores, wire: HttpClient, principal: Principal, times: OnceTimes) {
    this.life = life;
    this.#principal = principal;
    this.#open = createAzure(undefined, async ({ assertion }) => ({ token: assertion, expiresAt: Date.now() + 3_600_000 }), 1_000, wire);
    this.once = new Once(life.reaching(stores.intents), times);
    this.protection = new ProtectionService(life.reaching(stores.batches), this.#open, PACE, () => undefined);
  }

  session(): AzureSession {
    return this.#open(this.#principal, 'simulation', new AbortController().signal);
  }
}
