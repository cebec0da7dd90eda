import type { VaultPath } from '@tresor/contracts';
import * as z from 'zod';
import { codeWord, sanitise } from '../../azure-words';
import { expectBody, type Answer } from '../connection/answer';
import { parseArmId, vaultIdOf } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';

export const FABRIC = 'Azure';
const text = z.string().nullish();

/** What Azure Backup calls a machine: the container, without the prefix that some answers have and others not. */
export function containerOf(vmId: string): string {
  const vm = parseArmId(vmId);
  const kind = vm?.type.toLowerCase() === 'microsoft.classiccompute/virtualmachines' ? 'iaasvmcontainer' : 'iaasvmcontainerv2';
  return `${kind};${vm?.resourceGroup ?? ''};${vm?.name ?? ''}`;
}

export interface Refusal {
  code: string | null;
  message: string | null;
  recommendation: string | null;
}

const validationBody = z.object({ status: text, errorCode: text, errorMessage: text, recommendation: text });

/** Azure's own check before enabling: null, or why it would refuse. Changes nothing. */
export async function preValidate(session: AzureSession, path: VaultPath, region: string, vmId: string): Promise<Refusal | null> {
  const request = { resourceType: 'VM', resourceId: vmId, vaultId: vaultIdOf(path), properties: '' };
  const answer = await call(session, 'paced-write', (options) =>
    clients.backup(session, path.subscriptionId).protectionIntentOperations.validate(region, request, options),
  );
  const verdict = expectBody(validationBody, answer.body);
  if (verdict.status !== 'Failed') return null;
  return {
    code: codeWord(verdict.errorCode) ?? null,
    message: sanitise(verdict.errorMessage ?? undefined) ?? null,
    recommendation: sanitise(verdict.recommendation ?? undefined) ?? null,
  };
}

interface ProtectOptions {
  kind?: 'idempotent-write' | 'paced-write';
  /** The job that it starts bears it. */
  requestId?: string;
}

/** Tells Azure to protect the machine; the id of the operation, null where Azure names none, or undefined when it is done already. */
export async function protectMachine(
  session: AzureSession,
  path: VaultPath,
  vmId: string,
  policyName: string,
  { kind = 'idempotent-write', requestId }: ProtectOptions = {},
): Promise<string | null | undefined> {
  const { subscriptionId, resourceGroup, vaultName } = path;
  const container = containerOf(vmId);
  const classic = container.startsWith('iaasvmcontainer;');
  const parameters = {
    properties: {
      protectedItemType: classic ? ('Microsoft.ClassicCompute/virtualMachines' as const) : ('Microsoft.Compute/virtualMachines' as const),
      sourceResourceId: vmId,
      policyId: `${vaultIdOf(path)}/backupPolicies/${policyName}`,
    },
  };
  const { protectedItems } = clients.backup(session, subscriptionId);
  const names = [vaultName, resourceGroup, FABRIC, `IaasVMContainer;${container}`, `VM;${container}`] as const;
  const bearing = requestId !== undefined && { requestOptions: { customHeaders: { 'x-ms-client-request-id': requestId } } };
  const answer = await call(session, kind, (options) => protectedItems.createOrUpdate(...names, parameters, { ...options, ...bearing }));
  return answer.status === 202 ? (operationIdOf(answer) ?? null) : undefined;
}

/** The last segment of the path; the query may be long and is none of our business. */
export function operationIdOf(answer: Answer): string | undefined {
  const url = answer.header('azure-asyncoperation') ?? answer.header('location');
  return url !== undefined && URL.canParse(url) ? new URL(url).pathname.split('/').at(-1) : undefined;
}

const operationBody = z.object({
  status: z.string(),
  error: z.object({ code: text, message: text }).nullish(),
  properties: z.object({ jobId: text }).nullish(),
});

interface Operation {
  /** `InProgress`, `Succeeded`, `Failed`, `Canceled`. */
  status: string;
  jobId: string | null;
  refusal: Refusal;
}

export async function readOperation(session: AzureSession, path: VaultPath, vmId: string, operationId: string): Promise<Operation> {
  const { subscriptionId, resourceGroup, vaultName } = path;
  const container = containerOf(vmId);
  const answer = await call(session, 'read', (options) =>
    clients
      .backup(session, subscriptionId)
      .protectedItemOperationStatuses.get(
        vaultName,
        resourceGroup,
        FABRIC,
        `IaasVMContainer;${container}`,
        `VM;${container}`,
        operationId,
        options,
      ),
  );
  const { status, error, properties } = expectBody(operationBody, answer.body);
  const message = sanitise(error?.message ?? undefined) ?? null;
  return { status, jobId: properties?.jobId ?? null, refusal: { code: codeWord(error?.code) ?? null, message, recommendation: null } };
}
