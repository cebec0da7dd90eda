import { implement } from '@orpc/server';
import { contract } from '@tresor/contracts';
import type { AzureSession } from '../azure/azure';
import type { Services } from './services';

/** What a route is given: the user's way to Azure, and the services of the process. */
export interface RouteContext {
  azure: AzureSession;
  services: Services;
  /** Where a failure is put that the error middleware is to answer. */
  outcome: { failure?: unknown };
}

export const api = implement(contract).$context<RouteContext>();
