import { implement } from '@orpc/server';
import { contract, type ProblemCode } from '@tresor/contracts';
import type { AzureSession } from '../azure/connection/azure';
import type { CommandHeaders } from '../http/command-headers';
import { recordCommand } from './record-command';
import type { Services } from './services';

/** What came of a request, to be answered outside of the router: a failure, or the output as JSON. */
export interface Outcome {
  failure?: unknown;
  /** A route may have written it already. */
  json?: Buffer;
  /** In place of an output: messages of a stream, each the parts of its JSON. */
  messages?: AsyncGenerator<Buffer[], void>;
  status?: number | undefined;
  mayKeep?: boolean;
  /** Is told of a problem that ends a stream. */
  report?: (problem: ProblemCode) => void;
}

/** What a route is given: the user's way to Azure, and the services of the process. */
export interface RouteContext {
  azure: AzureSession;
  services: Services;
  commandHeaders: CommandHeaders;
  outcome: Outcome;
}

/** Commands are recorded once their input is known to be valid. */
const AFTER_INPUT = { initialInputValidationIndex: Number.NEGATIVE_INFINITY };

export const api = implement(contract, AFTER_INPUT).$context<RouteContext>().use(recordCommand);
