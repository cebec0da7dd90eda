import { readFileSync } from 'node:fs';
import { CLOUDS, type Cloud } from './clouds';
import { unknownNames } from './config/names';
import { own } from './own';
import { problemsOfDatabase } from './config/database';
import { problemsOfEvidenceKey } from './config/evidence-key';
import { problemsOfCloud, problemsOfLocal } from './config/modes';
import { environment, type Environment } from './config/settings';
import { telemetryOf, type TelemetrySettings } from './config/telemetry';

/** How the API proves who it is to the authority. */
export type ClientCredential =
  | { kind: 'secret'; secret: string }
  | { kind: 'certificate'; certificate: string; key: string }
  | { kind: 'managed-identity'; clientId: string | undefined };

/**
 * Where local mode finds the latest documentation review, and the file of the repository that remembers approvals and comments. Only who
 * knows the key may write there: every program on the machine can ask us.
 */
export interface ReviewPlace {
  folder: string;
  approvals: string;
  key: string;
}

export interface Config {
  mode: 'local' | 'cloud';
  host: string;
  port: number;
  publicOrigin: string;
  dataDir: string;
  portalDir: string | undefined;
  tenantId: string;
  portalClientId: string;
  apiClientId: string;
  credential: ClientCredential;
  cloud: Cloud;
  authority: string;
  authorityMetadata: string | undefined;
  issuer: string;
  jwksUrl: string;
  /** Where the loopback transport sends Azure's hosts; undefined in cloud mode. */
  azureUrl: string | undefined;
  /** Of a PostgreSQL; undefined where one server keeps all in its own folder. */
  databaseUrl: string | undefined;
  /** Served in local mode only. */
  review: ReviewPlace | undefined;
  requestsPerMinute: number;
  /** Each command needs a reason or a ticket number. */
  reasonRequired: boolean;
  auditDays: number;
  auditLog: string | undefined;
  /** Value of the app role whose holders read the record of all commands; undefined: nobody does. */
  auditRole: string | undefined;
  /** File of the key that signs evidence, where one is named. */
  evidenceKey: string | undefined;
  trustedProxies: string[];
  /** Where people report a vulnerability; without a contact nothing is said of it. */
  security: { contact: string; policy: string | undefined } | undefined;
  /** Undefined where nobody watches the server. */
  telemetry: TelemetrySettings | undefined;
}

/** Every reason not to start, at once. */
export class ConfigError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(`The settings do not allow a start:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  const problems = (parsed.error?.issues ?? []).map(({ path: [name], message }) =>
    own(env, String(name)) ? `${String(name)}: ${message}` : `${String(name)} is missing`,
  );
  problems.push(...unknownNames(env, Object.keys(environment.shape)), ...problemsOfDatabase(env), ...problemsOfEvidenceKey(env));
  if (env['TRESOR_MODE'] === 'cloud') problems.push(...problemsOfCloud(env));
  if (env['TRESOR_MODE'] === 'local') problems.push(...problemsOfLocal(env));
  if (!parsed.data || problems.length > 0) throw new ConfigError([...new Set(problems)]);
  return toConfig(parsed.data);
}

function toConfig(settings: Environment): Config {
  const tenantId = settings.TRESOR_TENANT_ID;
  const cloud = CLOUDS[settings.TRESOR_CLOUD];
  return {
    mode: settings.TRESOR_MODE,
    host: settings.TRESOR_HOST.replace(/^\[(.*)\]$/, '$1'),
    port: settings.TRESOR_PORT,
    publicOrigin: new URL(settings.TRESOR_PUBLIC_ORIGIN ?? `http://localhost:${settings.TRESOR_PORT}`).origin,
    dataDir: settings.TRESOR_DATA,
    portalDir: settings.TRESOR_PORTAL_DIR,
    tenantId,
    portalClientId: settings.TRESOR_PORTAL_CLIENT_ID,
    apiClientId: settings.TRESOR_API_CLIENT_ID,
    credential: credentialOf(settings),
    cloud,
    authority: settings.TRESOR_AUTHORITY ?? `${cloud.login}/${tenantId}`,
    authorityMetadata: settings.TRESOR_AUTHORITY_METADATA,
    issuer: settings.TRESOR_ISSUER ?? `${cloud.login}/${tenantId}/v2.0`,
    jwksUrl: settings.TRESOR_JWKS_URL ?? `${cloud.login}/${tenantId}/discovery/v2.0/keys`,
    azureUrl: settings.TRESOR_AZURE_URL,
    databaseUrl: settings.DATABASE_URL,
    review: reviewPlaceOf(settings),
    requestsPerMinute: settings.TRESOR_REQUESTS_PER_MINUTE,
    reasonRequired: settings.TRESOR_REASON_REQUIRED,
    auditDays: settings.TRESOR_AUDIT_DAYS,
    auditLog: settings.TRESOR_AUDIT_LOG,
    auditRole: settings.TRESOR_AUDIT_ROLE,
    evidenceKey: settings.TRESOR_EVIDENCE_KEY,
    trustedProxies: settings.TRESOR_TRUSTED_PROXIES,
    security: securityOf(settings),
    telemetry: telemetryOf(settings),
  };
}

const securityOf = ({ TRESOR_SECURITY_CONTACT: contact, TRESOR_SECURITY_POLICY: policy }: Environment): Config['security'] =>
  contact === undefined ? undefined : { contact, policy };

function reviewPlaceOf(settings: Environment): ReviewPlace | undefined {
  const { TRESOR_REVIEW: folder, TRESOR_REVIEW_APPROVALS: approvals, TRESOR_REVIEW_KEY: key } = settings;
  return folder && approvals && key ? { folder, approvals, key } : undefined;
}

function credentialOf(settings: Environment): ClientCredential {
  const { TRESOR_API_CLIENT_SECRET: secret, TRESOR_API_CERTIFICATE: certificate, TRESOR_API_CERTIFICATE_KEY: key } = settings;
  if (secret) return { kind: 'secret', secret };
  if (certificate && key) return { kind: 'certificate', certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') };
  const identity = settings.TRESOR_MANAGED_IDENTITY;
  return { kind: 'managed-identity', clientId: identity === 'system' ? undefined : identity };
}
