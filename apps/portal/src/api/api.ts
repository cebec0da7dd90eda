import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { Contract } from '@tresor/contracts';
import contract from 'virtual:contract';
import { authorizedFetch } from './authorized-fetch';

/** The server's operations as functions, typed by the contract. They fail with `ProblemError`. */
export const api: ContractRouterClient<Contract> = createORPCClient(
  new OpenAPILink(contract, { url: new URL('/api', window.location.origin), fetch: authorizedFetch }),
);
