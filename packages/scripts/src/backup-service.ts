import { ps, sh, type Code } from './writing';

/* The Backup service’s object id, by its name: in some clouds Microsoft publishes no application id of it. */

export const serviceByNameInAz = (): Code =>
  sh`az ad sp list --filter "displayName eq 'Backup Management Service'" --query '[0].id' --output tsv`;

export const serviceByNameInPowerShell = (): Code => ps`(Get-AzADServicePrincipal -DisplayName 'Backup Management Service').Id`;
