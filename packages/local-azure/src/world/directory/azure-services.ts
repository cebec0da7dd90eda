import type { Cloud } from '../cloud';

/** Something that a service of Microsoft's lets an application do, for people or by itself. */
export interface Permission {
  id: string;
  value: string;
}

/** A service of Microsoft's as it stands in every directory: an application that others ask tokens for. */
interface AzureService {
  appId: string;
  displayName: string;
  /** For whom its tokens are meant; one service may go by several names. */
  audiences: (cloud: Cloud) => string[];
  /** What applications may do there for the person who is signed in. */
  scopes: readonly Permission[];
  /** What applications may do there by themselves. */
  roles: readonly Permission[];
}

const userImpersonation = (id: string): Permission[] => [{ id, value: 'user_impersonation' }];

/** Their ids are those that Microsoft's documentation of permissions and its own programs have. */
export const azureServices: readonly AzureService[] = [
  {
    appId: '00000003-0000-0000-c000-000000000000',
    displayName: 'Microsoft Graph',
    audiences: ({ graph }) => [`https://${graph}`],
    scopes: [
      { id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', value: 'User.Read' },
      { id: 'c79f8feb-a9db-4090-85f9-90d820caa0eb', value: 'Application.Read.All' },
      { id: 'bdfbf15f-ee85-4955-8675-146e8e5296b5', value: 'Application.ReadWrite.All' },
      { id: '0e263e50-5827-48a4-b97c-d940288653c7', value: 'Directory.AccessAsUser.All' },
    ],
    roles: [
      { id: '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30', value: 'Application.Read.All' },
      { id: '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9', value: 'Application.ReadWrite.All' },
    ],
  },
  {
    appId: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
    displayName: 'Windows Azure Service Management API',
    audiences: ({ resourceManager, serviceManagement }) => [`https://${resourceManager}`, `https://${serviceManagement}`],
    scopes: userImpersonation('41094075-9dad-400e-a0bd-54e686782033'),
    roles: [],
  },
  {
    appId: 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093',
    displayName: 'Azure Key Vault',
    audiences: ({ vaults }) => [`https://${vaults}`],
    scopes: userImpersonation('f53da476-18e3-4152-8e01-aec403e6edc0'),
    roles: [],
  },
  {
    appId: 'e406a681-f3d4-42a8-90b6-c2b029497af1',
    displayName: 'Azure Storage',
    audiences: () => ['https://storage.azure.com'],
    scopes: userImpersonation('03e0da56-190b-40ad-a80c-ea378c433f7f'),
    roles: [],
  },
];

/** The service that tokens for the audience are meant for; undefined when it is none of Microsoft's. */
export const serviceFor = (cloud: Cloud, audience: string): AzureService | undefined =>
  azureServices.find(({ audiences }) => audiences(cloud).includes(audience));
