import type { CheckId } from '@tresor/contracts/doctor';
import { STEPS } from '@tresor/support-matrix';
import pLimit from 'p-limit';
import type { AzureSession } from '../../azure/connection/azure';
import { readKeyVaultAccess } from '../../azure/key-vault-access/read-access';
import { listKeyVaults } from '../../azure/keys/list-key-vaults';
import { accountOf, blobOrigin } from '../../azure/connection/origins';
import { readPermissions } from '../../azure/permissions';
import { listAccounts } from '../../azure/restores/storage-accounts';
import { readProviderState } from '../../azure/resource-providers';
import { listSubscriptions } from '../../azure/subscriptions';
import { Problem } from '../../problem';
import { NotSeen, personOf, type Check, type Checks, type Visit } from '../check';
import { oncePer } from '../once';
import { probe } from '../probe';

/** Of more, these stand for all. */
const MOST_SUBSCRIPTIONS = 20;
const MOST_KEY_VAULTS = 50;
const MOST_PROBED = 5;
/** As many as one reads at a glance. */
const MOST_NAMED = 3;

const atOnce = pLimit(6);

/** Whether the hosts of one data plane that the person's resources have answer, as far as a few tell. */
const inReach = (hostsOf: (visit: Visit) => Promise<string[]>): Check<'reach-key-vaults' | 'reach-storage'> => ({
  after: ['subscriptions'],
  ofPerson: true,
  cloudOnly: true,
  async look(visit) {
    const hosts = (await hostsOf(visit)).slice(0, MOST_PROBED);
    if (hosts.length === 0) return { verdict: 'none' };
    const found = await Promise.all(hosts.map((host) => probe(host)));
    const closed = hosts.filter((_, at) => found[at]?.kind !== 'open');
    return closed.length === 0
      ? { verdict: 'sound', values: { count: String(hosts.length) } }
      : { verdict: 'closed', values: { hosts: closed.join(', ') } };
  },
});

const enabledSubscriptions = oncePer(async (visit: Visit) =>
  (await listSubscriptions(personOf(visit))).filter(({ state }) => state === 'Enabled').slice(0, MOST_SUBSCRIPTIONS),
);

const keyVaults = oncePer(async (visit: Visit) => {
  const lists = await Promise.all(
    (await enabledSubscriptions(visit)).map(({ subscriptionId }) => atOnce(() => listKeyVaults(personOf(visit), subscriptionId))),
  );
  return lists.flat().slice(0, MOST_KEY_VAULTS);
});

/** Hosts of blobs: an account with a DNS zone has its own. */
async function blobHosts(visit: Visit): Promise<string[]> {
  const lists = await Promise.all(
    (await enabledSubscriptions(visit)).map(({ subscriptionId }) => atOnce(() => listAccounts(personOf(visit), subscriptionId))),
  );
  const { cloud } = visit.config;
  return lists.flat().flatMap(({ name, properties: { primaryEndpoints } }) => {
    const origin = blobOrigin(cloud, accountOf(cloud, primaryEndpoints?.blob ?? '') ?? name);
    return origin === undefined ? [] : [new URL(origin).host];
  });
}

type Plane = 'resource-manager' | 'key-vault' | 'storage' | 'graph';

const credentialOf = (session: AzureSession, plane: Plane) =>
  ({ 'resource-manager': session.arm, 'key-vault': session.keyVault, storage: session.storage, graph: session.graph })[plane];

const exchange = (plane: Plane): Check<CheckId & `exchange-${Plane}`> => ({
  after: ['credential', `consent-${plane}`],
  ofPerson: true,
  async look(visit) {
    try {
      await credentialOf(personOf(visit), plane).getToken([]);
      return { verdict: 'sound' };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'consent-required') return { verdict: 'no-consent' };
      if (error.code === 'step-up-required') return { verdict: 'step-up' };
      return { verdict: 'refused', values: { code: error.code } };
    }
  },
});

type Provider = 'recovery-services' | 'compute' | 'key-vault' | 'storage' | 'network';

const registered = (provider: string): Check<CheckId & `provider-${Provider}`> => ({
  after: ['subscriptions'],
  ofPerson: true,
  async look(visit) {
    const subscriptions = await enabledSubscriptions(visit);
    const states = await Promise.all(
      subscriptions.map(({ subscriptionId }) => atOnce(() => readProviderState(personOf(visit), subscriptionId, provider))),
    );
    const missing = subscriptions.filter((_, at) => states[at] !== 'registered').map(({ name }) => name);
    if (missing.length === 0) return { verdict: 'sound', values: { count: String(subscriptions.length) } };
    return { verdict: 'missing', values: { provider, subscriptions: missing.join(', ') } };
  },
});

/** Everything that some step of backing up and restoring needs of Resource Manager. */
const NEEDED = [...new Set(STEPS.flatMap(({ needs }) => needs.filter(({ plane }) => plane === 'control').map(({ action }) => action)))];

async function lackingIn(session: AzureSession, subscriptionId: string): Promise<string[]> {
  const { may } = await readPermissions(session, `/subscriptions/${subscriptionId}`);
  return NEEDED.filter((action) => !may(action));
}

/** What shows only to somebody who is signed in, in their own name. */
export const person: Checks<
  `exchange-${Plane}` | 'subscriptions' | `provider-${Provider}` | 'rights' | 'backup-access' | 'reach-key-vaults' | 'reach-storage'
> = {
  'exchange-resource-manager': exchange('resource-manager'),
  'exchange-key-vault': exchange('key-vault'),
  'exchange-storage': exchange('storage'),
  'exchange-graph': exchange('graph'),
  subscriptions: {
    after: ['exchange-resource-manager', 'reach-resource-manager'],
    ofPerson: true,
    async look(visit) {
      const { length } = await enabledSubscriptions(visit);
      return length === 0 ? { verdict: 'none' } : { verdict: 'sound', values: { count: String(length) } };
    },
  },
  'provider-recovery-services': registered('Microsoft.RecoveryServices'),
  'provider-compute': registered('Microsoft.Compute'),
  'provider-key-vault': registered('Microsoft.KeyVault'),
  'provider-storage': registered('Microsoft.Storage'),
  'provider-network': registered('Microsoft.Network'),
  rights: {
    after: ['subscriptions'],
    ofPerson: true,
    async look(visit) {
      const subscriptions = await enabledSubscriptions(visit);
      const lacking = await Promise.all(
        subscriptions.map(({ subscriptionId }) => atOnce(() => lackingIn(personOf(visit), subscriptionId))),
      );
      const able = subscriptions.filter((_, at) => lacking[at]?.length === 0).map(({ name }) => name);
      if (able.length > 0) return { verdict: 'sound', values: { subscriptions: able.join(', ') } };
      const [fewest = []] = lacking.toSorted((a, b) => a.length - b.length);
      return { verdict: 'lacking', values: { actions: fewest.slice(0, MOST_NAMED).join(', ') } };
    },
  },
  'backup-access': {
    after: ['subscriptions', 'backup-service', 'exchange-graph'],
    ofPerson: true,
    async look(visit) {
      const ids = (await keyVaults(visit)).map(({ id }) => id);
      if (ids.length === 0) return { verdict: 'none' };
      const access = await readKeyVaultAccess(personOf(visit), ids, 'current', true);
      const seen = access.filter(({ state }) => state === 'granted' || state === 'lacking');
      if (seen.length === 0) throw new NotSeen('failed', 'role-assignments');
      const granted = seen.filter(({ state }) => state === 'granted').length;
      const all = String(seen.length);
      return granted === 0 ? { verdict: 'nowhere', values: { all } } : { verdict: 'sound', values: { granted: String(granted), all } };
    },
  },
  'reach-key-vaults': inReach(async (visit) => (await keyVaults(visit)).map(({ name }) => `${name}.${visit.config.cloud.keyVaults}`)),
  'reach-storage': inReach(blobHosts),
};
