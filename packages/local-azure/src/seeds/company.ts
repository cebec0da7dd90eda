/** The demo company. Ids are fixed so that links and scripts stay valid from one fresh world to the next. */
export const TENANT_ID = '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30';

export const PRODUCTION_SUBSCRIPTION_ID = 'f2edfd5d-5496-4683-b94f-b3588c579009';
export const TEST_SUBSCRIPTION_ID = '0c7a52be-41f9-4d18-a6c2-93be5d20e7f4';

/** Client applications registered in the tenant: the page (public) and the API behind it (confidential). */
export const PORTAL_APP_ID = 'a3f0b7c4-6d1e-4f52-8b90-7c2e15d84a61';
export const API_APP_ID = 'd84c2f19-0b7e-4a35-9e6d-51f3a8c70b92';

/** The role of the API that lets somebody read the record of commands. */
export const AUDIT_ROLE_ID = '7e1c94d0-52ab-4f3d-8c06-b9d3a1f4e827';

/** Programs that sign in for themselves: one may do everything, one backs up and restores, one only looks, one encrypts disks. */
export const AUTOMATION_APP_ID = '6a91d3c8-2f57-4e0b-a4d6-83b7f150ce29';
export const OPERATIONS_APP_ID = '71bce05f-94d8-4a36-b27f-0d5e6c3892a4';
export const INVENTORY_APP_ID = '8e2f6d14-c7a9-4b58-930e-f4a1b7d5602c';
export const ENCRYPTION_APP_ID = '9d30a7e5-61bf-4c82-a5f4-2e7d8c019b36';

/** The managed identity of the computer that the portal's API runs on, as a service principal. */
export const SERVER_IDENTITY_APP_ID = 'b7e50d19-3c68-4f2a-8d91-60a4c7f3e528';
