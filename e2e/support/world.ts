import { expect } from '@playwright/test';
import * as z from 'zod';

const state = z.object({ now: z.string(), faults: z.array(z.unknown()) });

/** Turns the knobs of Local Azure that a person has, too: its clock, its faults, a fresh start. */
export class World {
  readonly #control: string;
  readonly #kept = new Set<string>();

  constructor(azureUrl: string) {
    this.#control = `${azureUrl}/control`;
  }

  /** A fresh start at nine o'clock UTC: a time of day at which no nightly backup runs. Each seed is planted once and put aside. */
  async reset(seed: string): Promise<void> {
    const file = `${seed}.world`;
    if (this.#kept.has(seed)) return this.#post('/load', { file });
    await this.#post('/reset', { seed });
    const time = new Date(await this.now());
    await this.advance((33 * 60 - time.getUTCHours() * 60 - time.getUTCMinutes()) % (24 * 60));
    await this.#post('/save', { file });
    this.#kept.add(seed);
  }

  /** Changes how an application is registered; no fresh start takes that back. */
  changeApplication(application: string, members: object): Promise<void> {
    return this.#post('/application', { application, ...members });
  }

  /** What time it is there, in milliseconds. */
  async now(): Promise<number> {
    const answer = await fetch(this.#control);
    return Date.parse(state.parse(await answer.json()).now);
  }

  /** Lets world time pass. */
  advance(minutes: number): Promise<void> {
    return this.#post('/advance', { minutes });
  }

  /** Lets time pass, minute by minute, until it is as expected: what a screen says is under way may reach Azure only after some of them. */
  async advanceUntil(expectation: () => Promise<void>, timeout = 30_000): Promise<void> {
    await expect(async () => {
      await this.advance(1);
      await expectation();
    }).toPass({ timeout });
  }

  /** Lets the Backup service of a region answer no more, or again. */
  backupRegion(region: string, answers: boolean): Promise<void> {
    return this.#post('/backup-region', { region, answers });
  }

  /** Assigns a policy (Azure Policy) at a scope, by its name. */
  assignPolicy(policy: string, scope: string, parameters: object): Promise<void> {
    return this.#post('/policy', { policy, scope, parameters });
  }

  /** Takes an assignment of a policy away. */
  liftPolicy(policy: string, scope: string): Promise<void> {
    return this.#post('/policy', { policy, scope, assigned: false });
  }

  /** Makes the next calls that match (`PUT .*protectedItems`) go wrong. */
  fail(operation: string, kind: string, times: number, seconds?: number): Promise<void> {
    return this.#post('/faults', { operation, kind, times, ...(seconds !== undefined && { seconds }) });
  }

  /** Waits until the armed faults have struck as often as they should. */
  async struck(): Promise<void> {
    await expect
      .poll(async () => {
        const answer = await fetch(this.#control);
        const { faults } = state.parse(await answer.json());
        return faults;
      })
      .toEqual([]);
  }

  /** From now on the service behind an audience is open only to anyone who has shown more of who they are. */
  demandProof(audience: string): Promise<void> {
    return this.#post('/step-up', { audience, context: 'c1' });
  }

  /** From now on a person signs in with a password alone: Azure lets that person read, and change nothing until more is proved. */
  passwordAlone(person: string): Promise<void> {
    return this.#post('/second-factor', { person, asked: false });
  }

  /** Ends everything that was issued to a person, as an administrator does. */
  endTokens(person: string): Promise<void> {
    return this.#post('/end-tokens', { person });
  }

  /** Switches a subscription off, or on again. */
  changeSubscription(subscription: string, state: 'Disabled' | 'Enabled'): Promise<void> {
    return this.#post('/subscription', { subscription, state });
  }

  /** Each restore that begins from now on takes so long. */
  restoresTake(minutes: number): Promise<void> {
    return this.#post('/restores', { minutes });
  }

  /** Disarms every fault. */
  async recover(): Promise<void> {
    await fetch(`${this.#control}/faults`, { method: 'DELETE' });
  }

  async #post(path: string, body: unknown): Promise<void> {
    const answer = await fetch(`${this.#control}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }
}
