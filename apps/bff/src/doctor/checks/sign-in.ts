import { X509Certificate } from 'node:crypto';
import { decodeJwt } from 'jose';
import * as z from 'zod';
import { boundedText } from '../../session/authority-network';
import { managedIdentityAssertion } from '../../session/client-credential';
import { refusalNumber } from '../../session/own-token';
import { NotSeen, type Checks, type Visit } from '../check';
import { discoveryUrl } from '../discovery-url';
import { oncePer } from '../once';
import { reasonOf } from '../reason';

const TIMEOUT_MS = 8_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A new certificate takes a company some weeks. */
const SOON_DAYS = 30;

/** Entra's numbers for an application that the tenant does not know, that has no principal there, and whose principal is disabled. */
const UNKNOWN_APPLICATION = '700016';
const WITHOUT_PRINCIPAL = '7000229';
const DISABLED = '7000112';

/** What the authority tells of itself. */
export const discovery = z.object({ issuer: z.string(), msgraph_host: z.string().optional() });
const keySet = z.object({ keys: z.array(z.looseObject({ kid: z.string() })).min(1) });

async function readJson({ ask }: Visit, url: string): Promise<{ status: number; body: unknown }> {
  const answer = await ask(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  const text = await boundedText(answer);
  try {
    return { status: answer.status, body: JSON.parse(text) };
  } catch {
    return { status: answer.status, body: undefined };
  }
}

/** What the authority says of itself and of this tenant. */
const readDiscovery = oncePer((visit: Visit) => readJson(visit, discoveryUrl(visit.config)));

async function discovered(visit: Visit): Promise<z.infer<typeof discovery>> {
  const parsed = discovery.safeParse((await readDiscovery(visit)).body);
  if (!parsed.success) throw new NotSeen('failed', 'openid-configuration');
  return parsed.data;
}

/** A token for the API itself, or the number under which Entra refuses it. */
const tokenForItself = oncePer(async ({ config, ownToken }: Visit): Promise<{ token: string } | { refused: string }> => {
  try {
    return { token: (await ownToken(`${config.apiClientId}/.default`)).token };
  } catch (error) {
    const refused = refusalNumber(error);
    if (refused === undefined) throw error;
    return { refused };
  }
});

const dateOf = (date: Date) => date.toISOString().slice(0, 10);

type Ids =
  | 'tenant'
  | 'cloud'
  | 'issuer'
  | 'signing-keys'
  | 'certificate-dates'
  | 'managed-identity'
  | 'api-registration'
  | 'api-enabled'
  | 'credential'
  | 'token-version';

/** The authority, and how the API proves itself there. */
export const signIn: Checks<Ids> = {
  tenant: {
    after: ['reach-sign-in'],
    cloudOnly: true,
    async look(visit) {
      const { status } = await readDiscovery(visit);
      const values = { tenant: visit.config.tenantId };
      if (status === 200) return { verdict: 'sound', values };
      if (status >= 400 && status < 500 && status !== 429) return { verdict: 'unknown', values };
      throw new NotSeen('failed', String(status));
    },
  },
  cloud: {
    after: ['tenant'],
    cloudOnly: true,
    async look(visit) {
      const { cloud } = visit.config;
      const { msgraph_host: graphHost } = await discovered(visit);
      if (graphHost === undefined || graphHost === new URL(cloud.graph).host) return { verdict: 'sound', values: { cloud: cloud.name } };
      return { verdict: 'another', values: { cloud: cloud.name, told: graphHost } };
    },
  },
  issuer: {
    after: ['cloud'],
    cloudOnly: true,
    async look(visit) {
      const { issuer } = visit.config;
      const { issuer: discoveredIssuer } = await discovered(visit);
      if (discoveredIssuer === issuer) return { verdict: 'sound', values: { issuer } };
      return { verdict: 'another', values: { issuer, told: discoveredIssuer } };
    },
  },
  'signing-keys': {
    after: ['cloud'],
    async look(visit) {
      const { jwksUrl: url } = visit.config;
      try {
        const { status, body } = await readJson(visit, url);
        const found = keySet.safeParse(body);
        if (found.success) return { verdict: 'sound', values: { count: String(found.data.keys.length) } };
        return { verdict: 'none', values: { url, reason: String(status) } };
      } catch (error) {
        return { verdict: 'none', values: { url, reason: reasonOf(error) } };
      }
    },
  },
  'certificate-dates': {
    after: [],
    look({ config: { credential } }) {
      if (credential.kind !== 'certificate') return { verdict: 'none' };
      const { validFromDate, validToDate } = new X509Certificate(credential.certificate);
      const until = dateOf(validToDate);
      if (validToDate.getTime() < Date.now()) return { verdict: 'expired', values: { until } };
      if (validFromDate.getTime() > Date.now()) return { verdict: 'not-yet', values: { from: dateOf(validFromDate) } };
      return { verdict: validToDate.getTime() < Date.now() + SOON_DAYS * DAY_MS ? 'soon' : 'sound', values: { until } };
    },
  },
  'managed-identity': {
    after: [],
    async look({ config: { credential, cloud } }) {
      if (credential.kind !== 'managed-identity') return { verdict: 'none' };
      try {
        await managedIdentityAssertion(credential.clientId, cloud.tokenExchange)();
        return { verdict: 'sound' };
      } catch (error) {
        return { verdict: 'silent', values: { reason: reasonOf(error) } };
      }
    },
  },
  'api-registration': {
    after: ['cloud', 'managed-identity'],
    async look(visit) {
      const values = { app: visit.config.apiClientId };
      const found = await tokenForItself(visit);
      return 'refused' in found && found.refused === UNKNOWN_APPLICATION ? { verdict: 'unknown', values } : { verdict: 'sound', values };
    },
  },
  'api-enabled': {
    after: ['api-registration'],
    async look(visit) {
      const found = await tokenForItself(visit);
      const refused = 'refused' in found ? found.refused : undefined;
      return { verdict: refused === DISABLED ? 'disabled' : refused === WITHOUT_PRINCIPAL ? 'missing' : 'sound' };
    },
  },
  credential: {
    after: ['api-enabled', 'certificate-dates', 'clock'],
    async look(visit) {
      const found = await tokenForItself(visit);
      return 'refused' in found ? { verdict: 'refused', values: { code: found.refused } } : { verdict: 'sound' };
    },
  },
  'token-version': {
    after: ['credential'],
    async look(visit) {
      const found = await tokenForItself(visit);
      if ('refused' in found) throw new NotSeen('failed', `AADSTS${found.refused}`);
      const { ver: version = 'unknown' } = decodeJwt<{ ver?: string }>(found.token);
      return version === '2.0' ? { verdict: 'sound' } : { verdict: 'first', values: { version } };
    },
  },
};
