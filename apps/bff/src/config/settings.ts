import * as z from 'zod';
import { CLOUD_NAMES } from '../clouds';
import { telemetryVariables } from './telemetry';
import { optional, wholeNumber } from './variables';

const url = z.url().optional();

/**
 * Every setting there is, with what it means: `docs/operations.md` has its table from here. Those that end with “(local mode)” are of the
 * demo on this computer.
 */
export const environment = z.object({
  TRESOR_MODE: z
    .enum(['local', 'cloud'])
    .describe('`cloud` for a tenant, `local` for the demo; set by `npm run start:cloud` and by the image'),
  TRESOR_TENANT_ID: z.guid().describe('your tenant'),
  TRESOR_PORTAL_CLIENT_ID: z
    .guid()
    .describe('app registration of the portal: single-page application, redirect URI `<origin>/auth/redirect.html`'),
  TRESOR_API_CLIENT_ID: z.guid().describe('app registration of the API: version 2 tokens, scope `access_as_user`'),
  TRESOR_API_CERTIFICATE: optional.describe(
    'file (PEM) with the certificate by which the API proves who it is; this and its key, or `TRESOR_MANAGED_IDENTITY`',
  ),
  TRESOR_API_CERTIFICATE_KEY: optional.describe('file (PEM, without a password) with the key of that certificate'),
  TRESOR_MANAGED_IDENTITY: optional.describe('client id of a managed identity that the API is federated with, or `system`'),
  TRESOR_PUBLIC_ORIGIN: url.describe('the https origin people open; needed in a tenant'),
  TRESOR_DATA: z.string().min(1).describe('folder for what must survive a restart; other accounts of the computer are shut out of it'),
  TRESOR_HOST: z.string().default('127.0.0.1').describe('address to listen at'),
  TRESOR_PORT: wholeNumber.pipe(z.int().min(1).max(65535)).default(4280).describe('port to listen at'),
  TRESOR_PORTAL_DIR: optional.describe('folder of the built portal; set by `npm run start:cloud` and by the image'),
  TRESOR_CLOUD: z
    .enum(CLOUD_NAMES)
    .default('public')
    .describe('the cloud your tenant is in: `public`, `usgov`, `china`, `delos` or `bleu`; its hosts, its tokens and no others'),
  TRESOR_AUTHORITY: url.describe('only where your tenant signs in elsewhere than in its cloud’s usual place'),
  TRESOR_ISSUER: url.describe('only there: who issues its tokens'),
  TRESOR_JWKS_URL: url.describe('only there: where the keys of its tokens are'),
  TRESOR_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((address) => address.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))
    .describe('addresses of proxies in front, separated by commas; what others say of the caller’s address is not believed'),
  TRESOR_REQUESTS_PER_MINUTE: wholeNumber.pipe(z.int().min(1)).default(1200).describe('limit for each user'),
  TRESOR_REASON_REQUIRED: z
    .enum(['true', 'false'])
    .default('false')
    .transform((word) => word === 'true')
    .describe('`true`: every command needs a reason or a ticket number, which stands in its record'),
  TRESOR_AUDIT_DAYS: wholeNumber
    .pipe(z.int().min(30).max(3650))
    .default(400)
    .describe('how many days the record of commands is kept, 30 to 3650'),
  TRESOR_AUDIT_LOG: optional.describe(
    'a file, or `stdout`, to which each entry of that record is written a second time, as a line of JSON',
  ),
  TRESOR_AUDIT_ROLE: z
    .string()
    .regex(/^[^\s.]\S{0,119}$/, 'must be the value of an app role: at most 120 characters, without blanks, no dot at the beginning')
    .optional()
    .describe(
      'value of the app role of the API’s registration (`register-apps` makes `Audit.Read`) whose holders read the record of all commands; without it nobody does',
    ),
  TRESOR_EVIDENCE_KEY: optional.describe(
    'file (PEM) with the Ed25519 key that signs evidence, the same for several servers; one alone makes `evidence-key.pem` in `TRESOR_DATA`',
  ),
  TRESOR_SECURITY_CONTACT: z
    .url({ protocol: /^(?:https|mailto|tel)$/, normalize: true })
    .optional()
    .describe(
      'where people report a vulnerability (`mailto:`, `https:` or `tel:`); with it `/.well-known/security.txt` is served (RFC 9116)',
    ),
  TRESOR_SECURITY_POLICY: z
    .url({ protocol: /^https$/, normalize: true })
    .optional()
    .describe('page (`https:`) that says how you deal with such reports; stands in `security.txt`'),
  DATABASE_URL: optional.describe(
    'the PostgreSQL (15 or newer) in which several servers keep orders together: `postgresql://<user>@<host>/<database>?sslmode=verify-full`; one alone keeps them in `TRESOR_DATA`',
  ),
  HTTPS_PROXY: optional.describe('the proxy (`http://…`) through which Azure and the sign-in service are reached; `https_proxy` as well'),
  NO_PROXY: optional.describe('what is reached without it: names separated by commas; one that begins with a dot stands for all below it'),
  NODE_EXTRA_CA_CERTS: optional.describe(
    'file (PEM) with the authorities of your company, where its proxy looks into TLS or your endpoints have certificates of their own',
  ),
  ...telemetryVariables,
  NODE_ENV: optional.describe('set to `production` by `npm run start:cloud` and by the image'),
  TRESOR_API_CLIENT_SECRET: optional.describe('secret of the API’s registration (local mode)'),
  TRESOR_AUTHORITY_METADATA: optional.describe('metadata of the local authority, as JSON (local mode)'),
  TRESOR_AZURE_URL: url.describe('address of Local Azure (local mode)'),
  TRESOR_REVIEW: optional.describe('folder of the latest documentation review (local mode)'),
  TRESOR_REVIEW_APPROVALS: optional.describe('file of its approvals (local mode)'),
  TRESOR_REVIEW_KEY: z
    .string()
    .regex(/^[\w-]{32,200}$/)
    .optional()
    .describe('key of those who may write them (local mode)'),
});

export type Environment = z.infer<typeof environment>;
