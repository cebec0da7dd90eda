/**
 * How many minutes Azure takes at most until what was given counts, or a provider is registered. Roles:
 * learn.microsoft.com/azure/role-based-access-control/troubleshooting; providers:
 * learn.microsoft.com/azure/azure-arc/kubernetes/quickstart-connect-cluster. For access policies of key vaults no figure is published; a
 * minute covers what is reported.
 */
export const MINUTES_UNTIL_EFFECT = { role: 10, accessPolicy: 1, registration: 10 } as const;
