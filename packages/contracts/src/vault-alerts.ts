import { oc } from '@orpc/contract';
import * as z from 'zod';
import { estateScope, vaultPath } from './ids';

/**
 * Whom Azure Monitor tells of the alerts that a vault raises of its jobs. `reached`: an enabled action group with receivers, by an alert
 * processing rule that holds for them. `unsure`: one whose conditions, times or group do not tell it for certain. `suppressed`: a rule takes
 * every group away. `off`: the vault raises none for jobs that failed. `unseen`: the user may not read rules and groups of the subscription.
 */
export const vaultAlerts = z.strictObject({
  vault: vaultPath,
  state: z.enum(['reached', 'unsure', 'nobody', 'suppressed', 'off', 'unseen']),
  /** Names of the enabled rules that hold for the vault, and of the groups that they name. */
  rules: z.array(z.string()),
  groups: z.array(z.string()),
});

/** GET /estate/alerts: of every vault the user may see, whom its alerts reach. */
export const listVaultAlerts = oc.route({ method: 'GET', path: '/estate/alerts' }).input(estateScope).output(z.array(vaultAlerts));

export type VaultAlerts = z.infer<typeof vaultAlerts>;
