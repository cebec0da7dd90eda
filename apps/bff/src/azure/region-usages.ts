import * as z from 'zod';
import type { AzureSession } from './connection/azure';
import { pageOf, readPagesAt } from './connection/pages';

const VERSIONS = { 'Microsoft.Compute': '2023-09-01', 'Microsoft.Network': '2023-11-01', 'Microsoft.Storage': '2023-01-01' } as const;

const usagePage = pageOf(z.object({ currentValue: z.number(), limit: z.number(), name: z.object({ value: z.string() }) }));

/** What a subscription has in a region of what a provider counts, and how much it may have. */
export const listUsages = (session: AzureSession, provider: keyof typeof VERSIONS, subscriptionId: string, location: string) =>
  readPagesAt(
    session,
    usagePage,
    `${session.cloud.resourceManager}/subscriptions/${subscriptionId}/providers/${provider}/locations/${location}/usages?api-version=${VERSIONS[provider]}`,
  );
