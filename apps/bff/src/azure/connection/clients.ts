import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { ComputeManagementClient } from '@azure/arm-compute';
import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import { RecoveryServicesClient } from '@azure/arm-recoveryservices';
import { RecoveryServicesBackupClient } from '@azure/arm-recoveryservicesbackup';
import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import type { Pipeline } from '@azure/core-rest-pipeline';
import type { AzureSession } from './azure';
import { barePipeline, close, operationPipeline, signedPipeline } from './pipeline';

const options = ({ cloud: { resourceManager }, httpClient }: AzureSession) => ({
  endpoint: resourceManager,
  credentialScopes: [`${resourceManager}/.default`],
  httpClient,
  retryOptions: { maxRetries: 0 },
  redirectOptions: { maxRetries: 0 },
});

/** Clients of the older kind take a pipeline; one of their own making costs as much as the call. */
const bare = (session: AzureSession) => ({
  endpoint: session.cloud.resourceManager,
  httpClient: session.httpClient,
  pipeline: operationPipeline(session.cloud.resourceManager, session.arm, session.correlationId),
});

function closed<T extends { pipeline: Pipeline }>(client: T, { cloud, correlationId }: AzureSession): T {
  close(client.pipeline, cloud.resourceManager, correlationId);
  return client;
}

/** The only place where clients of Azure are made; each is cheap and belongs to one user's request. */
export const clients = {
  subscriptions: (session: AzureSession) => closed(new SubscriptionClient(session.arm, options(session)), session),
  vaults: (session: AzureSession, subscriptionId: string) =>
    closed(new RecoveryServicesClient(session.arm, subscriptionId, options(session)), session),
  backup: (session: AzureSession, subscriptionId: string) => new RecoveryServicesBackupClient(session.arm, subscriptionId, bare(session)),
  compute: (session: AzureSession, subscriptionId: string) =>
    closed(new ComputeManagementClient(session.arm, subscriptionId, options(session)), session),
  keyVaults: (session: AzureSession, subscriptionId: string) =>
    closed(new KeyVaultManagementClient(session.arm, subscriptionId, options(session)), session),
  authorization: (session: AzureSession, subscriptionId: string) =>
    new AuthorizationManagementClient(session.arm, subscriptionId, bare(session)),
  /** Further pages of lists, and Resource Graph, whose SDK would read each of its long answers a second time. */
  arm: (session: AzureSession) => barePipeline(session.cloud.resourceManager, session.arm, session.correlationId),
  /** Data planes, at an origin made of a checked name. */
  keyVaultData: (session: AzureSession, origin: string) => barePipeline(origin, session.keyVault, session.correlationId),
  blobs: (session: AzureSession, origin: string) => barePipeline(origin, session.storage, session.correlationId),
  signedBlobs: (session: AzureSession, origin: string) => signedPipeline(origin, session.correlationId),
  graph: (session: AzureSession) => barePipeline(session.cloud.graph, session.graph, session.correlationId),
};
