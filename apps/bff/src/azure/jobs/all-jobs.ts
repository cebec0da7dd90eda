import { vaultPath, type EstateJobs, type JobInVault } from '@tresor/contracts';
import * as z from 'zod';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { PAGE_SIZE, queryPage, rowsOf, type GraphScope, type OrderedQuery } from '../machines/resource-graph';
import { jobBody, toJob } from './jobs';

const jobRows = rowsOf(jobBody.extend({ id: z.string() }));
/** Pages of the newest jobs that are read: with the others a day of 5,000 machines would be a hundred calls. */
const MOST_PAGES = 5;

const jobsSince = (days: number, where = ''): OrderedQuery => `recoveryservicesresources
| where type =~ 'microsoft.recoveryservices/vaults/backupjobs'
| where properties.backupManagementType =~ 'AzureIaasVM'${where}
| extend started = todatetime(properties.startTime)
| where started > ago(${days}d)
| project id, name, properties, started
| order by started desc, id asc`;

const RESTORES = "\n| where properties.operation =~ 'Restore'";

/** The newest jobs of every vault whose jobs the user may read: one query for all subscriptions, its pages after the first together. */
export async function listAllJobs(session: AzureSession, days: number, scope: GraphScope): Promise<EstateJobs> {
  const { total, rows } = await newestOf(session, jobsSince(days), scope);
  return { total, jobs: rows.map(withoutRequest) };
}

function withoutRequest(row: RestoreInEstate): JobInVault {
  const { requestId: _, ...job } = row;
  return job;
}

interface RestoreInEstate extends JobInVault {
  /** Of the request that started it. */
  requestId: string;
}

/** The newest restores of every vault whose jobs the user may read, by the same query; `total`: how many there are. */
export async function listAllRestoreJobs(
  session: AzureSession,
  days: number,
  scope: GraphScope,
): Promise<{ total: number; restores: RestoreInEstate[] }> {
  const { total, rows } = await newestOf(session, jobsSince(days, RESTORES), scope);
  return { total, restores: rows };
}

async function newestOf(
  session: AzureSession,
  query: OrderedQuery,
  scope: GraphScope,
): Promise<{ total: number; rows: RestoreInEstate[] }> {
  const page = (number: number) => queryPage(session, jobRows, query, scope, number * PAGE_SIZE);
  const first = await page(0);
  const count = Math.min(MOST_PAGES, Math.ceil(first.total / PAGE_SIZE));
  const others = await Promise.all(Array.from({ length: Math.max(0, count - 1) }, (_, place) => page(place + 1)));
  const found = new Map([first, ...others].flatMap(({ rows }) => rows.flatMap(inVault)).map((job) => [job.id.toLowerCase(), job]));
  return { total: first.total, rows: [...found.values()] };
}

function inVault({ id, ...body }: z.infer<typeof jobBody> & { id: string }): RestoreInEstate[] {
  const { subscriptionId, resourceGroup, name: vaultName } = parseArmId(id) ?? {};
  const vault = vaultPath.safeParse({ subscriptionId, resourceGroup, vaultName });
  const requestId = (body.properties.activityId ?? '').toLowerCase();
  return vault.success ? [{ ...toJob(body), vault: vault.data, requestId }] : [];
}
