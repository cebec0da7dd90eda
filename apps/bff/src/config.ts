import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { CLOUD_NAMES, CLOUDS, type Cloud } from './clouds';
import { unknownNames } from './config/names';
import { own } from './own';
import { problemsOfCloud, problemsOfLocal } from './config/modes';

const guid = z.guid();
const optional = z.string().min(1).optional();
const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'must be a whole number in digits')
  .transform(Number);

const environment = z.object({
  TRESOR_MODE: z.enum(['local', 'cloud']),
  TRESOR_PORT: wholeNumber.pipe(z.int().min(1).max(65535)).default(4280),
  TRESOR_HOST: z.string().default('127.0.0.1'),
  TRESOR_DATA: z.string().min(1),
  TRESOR_PORTAL_DIR: optional,
  TRESOR_PUBLIC_ORIGIN: z.url().optional(),
  TRESOR_TENANT_ID: guid,
  TRESOR_PORTAL_CLIENT_ID: guid,
  TRESOR_API_CLIENT_ID: guid,
  TRESOR_API_CLIENT_SECRET: optional,
  TRESOR_API_CERTIFICATE: optional,
  TRESOR_API_CERTIFICATE_KEY: optional,
  TRESOR_MANAGED_IDENTITY: optional,
  /** Which of Azure's clouds the tenant is in. */
  TRESOR_CLOUD: z.enum(CLOUD_NAMES).default('public'),
  TRESOR_AUTHORITY: z.url().optional(),
  TRESOR_AUTHORITY_METADATA: optional,
  TRESOR_ISSUER: z.url().optional(),
  TRESOR_JWKS_URL: z.url().optional(),
  TRESOR_AZURE_URL: z.url().optional(),
  /** Folder of the latest documentation review, the file of its approvals, and the key of those who may write them. */
  TRESOR_REVIEW: optional,
  TRESOR_REVIEW_APPROVALS: optional,
  TRESOR_REVIEW_KEY: z
    .string()
    .regex(/^[\w-]{32,200}$/)
    .optional(),
  TRESOR_REASON_REQUIRED: z
    .enum(['true', 'false'])
    .default('false')
    .transform((word) => word === 'true'),
  TRESOR_REQUESTS_PER_MINUTE: wholeNumber.pipe(z.int().min(1)).default(1200),
  /** Addresses of proxies in front of us, separated by commas; only what they say of the caller's address is believed. */
  TRESOR_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((address) => address.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]))),
  /** Where any number of servers keep together what outlives a request; without it one server keeps it in a file. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  NODE_ENV: optional,
});

export type Environment = z.infer<typeof environment>;

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
  redisUrl: string | undefined;
  /** Served in local mode only. */
  review: ReviewPlace | undefined;
  requestsPerMinute: number;
  /** Each command needs a reason or a ticket number. */
  reasonRequired: boolean;
  trustedProxies: string[];
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
  problems.push(...unknownNames(env, Object.keys(environment.shape)));
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
    redisUrl: settings.REDIS_URL,
    review: reviewPlaceOf(settings),
    requestsPerMinute: settings.TRESOR_REQUESTS_PER_MINUTE,
    reasonRequired: settings.TRESOR_REASON_REQUIRED,
    trustedProxies: settings.TRESOR_TRUSTED_PROXIES,
  };
}

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
