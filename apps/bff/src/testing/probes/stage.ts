import { randomUUID } from 'node:crypto';
import type { HttpMethods } from '@azure/core-rest-pipeline';
import { takeEffect } from '@tresor/local-azure';
import type { StepId } from '@tresor/support-matrix';
import { asker, type Ask } from '../ask';
import { keyVaultId } from '../contoso-places';
import { direct, type DirectAnswer } from '../direct';
import type { Contoso } from '../start-contoso';

export const LEE = '5fb08da2-d416-4ec7-a259-0a17d46e3f85';
export const SUBSCRIPTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
export const PRODUCTION = `/subscriptions/${SUBSCRIPTION}`;
export const MINUTE = 60_000;

/** Where a step is taken; the vault is OperationsVault where no other is named. */
export interface Places {
  vaultName?: string;
  vmId?: string;
  group?: string;
  diskGroup?: string;
  subnetId?: string;
  storageAccountId?: string;
  keyVaultId?: string;
}

/** What Lee can do again and again: which steps it is, where, how, and how to make everything as it was, whether it was done or not. */
export interface Probe {
  steps: readonly StepId[];
  places: Places;
  prepare?: () => Promise<unknown>;
  /** Whether it was taken to its end: anything less counts as refused. */
  take: () => Promise<boolean>;
  undo: () => Promise<unknown>;
}

/** The company with Adele, who sets the scene with other tools than ours, and Lee, who plays in it through our API. */
export class Stage {
  readonly contoso: Contoso;
  readonly ask: Ask;

  constructor(contoso: Contoso) {
    this.contoso = contoso;
    this.ask = asker(() => contoso);
  }

  adele(method: HttpMethods, url: string, body?: unknown): Promise<DirectAnswer> {
    return direct(this.contoso.azure, 'adele', method, url, body);
  }

  lee(method: string, path: string, body?: unknown): Promise<Response> {
    return this.contoso.as('lee', path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  }

  /** Lee's words in the access policies of a key vault are these from here on. */
  async letIn(id: string, words: readonly string[]): Promise<void> {
    const of = (kind: string) => words.flatMap((word) => (word.startsWith(`${kind}/`) ? [word.slice(kind.length + 1)] : []));
    const permissions = { keys: of('keys'), secrets: of('secrets') };
    const properties = { accessPolicies: [{ tenantId: this.contoso.azure.tenantId, objectId: LEE, permissions }] };
    await this.adele('PUT', `${id}/accessPolicies/replace?${KEY_VAULT_VERSION}`, { properties });
    takeEffect(this.contoso.azure);
  }

  /** What a person has read is kept for a second, unless that person writes: a write that Azure hears and refuses. */
  async forgetReads(person: 'lee' | 'adele' = 'lee'): Promise<void> {
    const path = `/api/vaults/${SUBSCRIPTION}/OperationsRG/OperationsVault/jobs/${randomUUID()}/cancel`;
    await this.contoso.as(person, path, { method: 'POST' });
  }
}

export const KEY_VAULT_VERSION = 'api-version=2023-07-01';
export const keyVault = (name: string) => keyVaultId('KeyVaultRG', name);
