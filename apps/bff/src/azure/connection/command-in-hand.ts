import type { PipelineResponse } from '@azure/core-rest-pipeline';
import type { BackupOperation } from '@tresor/contracts';

/** An answer of Azure's, whatever it holds, and the request it is for. */
export type AzureAnswer = PipelineResponse;

/** The command of a person under which a session may change something; it is on record, and so is each request that changes something. */
export interface CommandInHand {
  /** Sends a request that changes something and notes what Azure answered. */
  send(request: () => Promise<AzureAnswer>): Promise<AzureAnswer>;
  /** Another order for the same was sent in its place, and Azure goes on with this. */
  join(operation: BackupOperation): void;
}
