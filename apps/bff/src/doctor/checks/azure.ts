import type { CheckId } from '@tresor/contracts/doctor';
import { findBackupService } from '../../azure/backup-service';
import type { SERVICES } from '../reads/registrations';
import type { Check, Checks } from '../check';
import { inDirectory, scopesGranted } from '../directory';

type Service = keyof typeof SERVICES;
type ConsentId = CheckId & `consent-${Service}`;

const consent = (service: Service, scopes: readonly string[]): Check<ConsentId> => ({
  after: ['credential', 'reach-graph'],
  async look(visit) {
    const granted = await scopesGranted(visit, service);
    const missing = scopes.filter((scope) => !granted.includes(scope));
    return missing.length === 0 ? { verdict: 'sound' } : { verdict: 'missing', values: { scope: missing.join(' ') } };
  },
});

/** What the tenant allows the API, and whether it knows the Backup service. */
export const azure: Checks<ConsentId | 'backup-service'> = {
  'consent-resource-manager': consent('resource-manager', ['user_impersonation']),
  'consent-key-vault': consent('key-vault', ['user_impersonation']),
  'consent-storage': consent('storage', ['user_impersonation']),
  // By the second the Backup service is found in the directory.
  'consent-graph': consent('graph', ['User.Read', 'Application.Read.All']),
  'backup-service': {
    after: ['credential', 'reach-graph'],
    look: async (visit) => ({ verdict: (await inDirectory(visit, findBackupService)) === undefined ? 'missing' : 'sound' }),
  },
};
