import { PRODUCTION_SUBSCRIPTION_ID } from '../src/seeds/company';
import { connect } from '../src/testing/connect';
import type { Reachable } from '../src/testing/connect';
import { record } from '../src/world/json';

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

export type Send = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** The bare wire, as one person: nothing is repeated, nothing is translated. */
export interface Client {
  /** Azure Resource Manager; the path without `api-version`. */
  arm: Send;
  /** The data plane of a key vault. */
  keyVault: (name: string) => Send;
  /** The control room. */
  control: Send;
}

export const subscription = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
export const group = `${subscription}/resourceGroups/OperationsRG`;
export const vault = `${group}/providers/Microsoft.RecoveryServices/vaults/OperationsVault`;

/** The vault's item for a machine of its own group. */
export const itemOf = (machine: string, ofVault = vault): string => {
  const part = `iaasvmcontainerv2;OperationsRG;${machine}`;
  return `${ofVault}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${part}/protectedItems/VM;${part}`;
};

/** A policy of every night that keeps points for some days. */
export const policyOf = (days: number) => {
  const time = '2026-01-05T21:30:00Z';
  return {
    properties: {
      backupManagementType: 'AzureIaasVM',
      schedulePolicy: { schedulePolicyType: 'SimpleSchedulePolicy', scheduleRunFrequency: 'Daily', scheduleRunTimes: [time] },
      retentionPolicy: {
        retentionPolicyType: 'LongTermRetentionPolicy',
        dailySchedule: { retentionTimes: [time], retentionDuration: { count: days, durationType: 'Days' } },
      },
      timeZone: 'UTC',
    },
  };
};

async function send(url: string, method: string, headers: Record<string, string>, body: unknown): Promise<Answer> {
  const answer = await fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? {} : record(JSON.parse(text)) };
}

const headersFor = (authorization: string, host: string) => ({
  authorization,
  'content-type': 'application/json',
  'x-forwarded-host': host,
  'x-forwarded-proto': 'https',
});

/** Signs a person in and answers what speaks for her. */
export async function clientFor(azure: Reachable, person: string): Promise<Client> {
  const { credential } = await connect(azure, person);
  const bearerFor = async (scope: string) => `Bearer ${(await credential.getToken(scope)).token}`;
  const [arm, keyVault] = await Promise.all([
    bearerFor('https://management.azure.com/.default'),
    bearerFor('https://vault.azure.net/.default'),
  ]);
  const armHeaders = headersFor(arm, 'management.azure.com');
  return {
    arm: (method, path, body) => send(`${azure.url}${path}?api-version=2023-06-01`, method, armHeaders, body),
    keyVault: (name) => (method, path, body) =>
      send(`${azure.url}${path}?api-version=7.5`, method, headersFor(keyVault, `${name}.vault.azure.net`), body),
    control: (method, path, body) => send(`${azure.url}${path}`, method, { 'content-type': 'application/json' }, body),
  };
}
