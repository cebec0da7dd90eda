import { CLOUDS, type Cloud } from '../src/clouds';
import { isFirst, type Ledger } from './ledger';

/** A question of anyone who answers for security, what is proved, by which test, and what is not. */
interface Answer {
  question: string;
  proved: string;
  by: string;
  open: string;
}

const ANSWERS: readonly Answer[] = [
  {
    question: 'Has it ever run against a real tenant?',
    proved:
      'No. What comes closest: the product as users start it (`npm run start:cloud`, production mode, no setting of local mode), against Local Azure under Azure’s own host names over TLS, with a browser. The article’s wizard, the restore after a disaster and a request for more proof of identity are walked in it.',
    by: '`npm run e2e:cloud`, part of `npm run test:more`',
    open: 'Everything that Entra and Azure do otherwise than documented or recorded. The exchange of tokens on behalf of a user rests on documentation and on MSAL alone.',
  },
  {
    question: 'To which hosts does the server open connections?',
    proved:
      'To those of its one cloud: sign-in, Resource Manager, Graph, key vaults and blobs; to PostgreSQL where you name one; to the address of the managed identity on its own link. A link in an answer that leads elsewhere is not followed, and a host of Azure stands in one table only. It sends nothing to anybody else: no usage data, no look for updates, and the page loads nothing from other servers.',
    by: '`clouds.test.ts`, `another-cloud.test.ts`, the lint rule `azure-hosts`, and the log of the proxy in `e2e/cloud`',
    open: 'Which addresses are behind those names is decided by your name servers. Sign-in, Resource Manager and Graph are Microsoft’s services for a whole cloud; in which region they answer, nobody but Microsoft decides.',
  },
  {
    question: 'Does every connection go through our proxy, and trust our own authorities?',
    proved:
      'Yes, all three ways out (Azure’s services, tokens, the authority’s keys) honor `HTTPS_PROXY`, `NO_PROXY` and `NODE_EXTRA_CA_CERTS`. They are tried in a network in which no name of Azure can be resolved and no route leads out: a connection that forgot the proxy fails there. Each way refuses an authority that nobody trusts. A key vault behind a private address is reached directly. A proxy that opens TLS sees all that passes, tokens and keys that are being restored included: let `.vault.azure.net` and the sign-in host pass it unopened.',
    by: '`e2e/cloud/wires.cloud.ts`, with Debian’s tinyproxy',
    open: 'Proxies that want Kerberos or NTLM, automatic configuration (PAC), and proxies that break TLS open with rules of their own. PostgreSQL is reached directly.',
  },
  {
    question: 'Which versions of TLS are spoken?',
    proved:
      'Outwards 1.2 and 1.3. A server that has only 1.1 is refused on each way out, and counts as one that could not prove to be Azure. Towards the browser the server speaks HTTP; what you put before it ends TLS. It answers under the public name only.',
    by: '`e2e/cloud/wires.cloud.ts`, `server.test.ts`',
    open: 'The certificate and the ciphers of what stands before it are yours.',
  },
  {
    question: 'How does the server prove who it is, and which secrets does it hold?',
    proved:
      'By a certificate, or by the managed identity of its computer (workload identity federation), asked over its own link and never through a proxy. A client secret is refused in cloud mode. It holds the private key of that certificate, if any, and the tokens of people who are signed in, in memory and sealed; it asks for no refresh token. `deploy/register-apps.sh` registers the one or the other, and the server starts with what it prints. A certificate is exchanged without a gap: register the new one beside the old (`register-apps.sh --certificate` adds it), put both files in place, start the server again, remove the old one. The doctor says it thirty days before one ends; with one that has ended people are told that the sign-in service refuses the server, and that this is not about them.',
    by: '`client-credential.test.ts`, `certificate.test.ts`, `on-behalf-of.test.ts`, `programs.test.ts`, `doctor.test.ts`, `e2e/cloud/wires.cloud.ts`, `e2e-az/registration`',
    open: 'How Entra words and numbers such refusals is documented, not recorded. Certificates in hardware or in a key vault are not supported; files are read at the start only. Conditional Access for workload identities was not tried.',
  },
  {
    question: 'With whose rights does it act in Azure?',
    proved:
      'With those of the person who is signed in, by a token of theirs for each service; it has no role of its own. What one person may read is never shown to another, and each command is refused where Azure refuses it; before that the portal shows it disabled, with the right that is missing and a role that has it. The page _Backup readiness_ and the doctor name what somebody lacks. Who lacks rights sees less and breaks nothing. A restore that goes on alone does so in a person’s name and stops when the sign-in ends. What a Resource Guard protects (deleting backup data, stopping backup, weaker policies, soft delete) takes somebody else’s approval, too: it is said beforehand, and refused without it.',
    by: '`on-behalf-of.test.ts`, `lens.property.test.ts`, `restore-lens.property.test.ts`, `restore-alone.e2e.ts`, `guard.test.ts`, `resource-guard.e2e.ts`',
    open: 'Resource Guards rest on documentation and on what the command line was seen to send: no recording at hand shows a refusal, and a guard in another tenant is not supported: the portal asks for no token of that tenant, and Azure refuses what the guard protects. How long Azure really takes until a role that was just given counts everywhere.',
  },
  {
    question: 'Do Conditional Access and multi-factor sign-in work?',
    proved:
      'A demand for more proof, from Entra or from a service, reaches the person in one window, and the command goes on once afterwards. Tokens that are ended before their time are noticed.',
    by: '`restore-hardships.e2e.ts` (also behind the proxy), `restore-alone.e2e.ts`',
    open: 'Your policies themselves: Local Azure knows one authentication context and no devices, places or risks.',
  },
  {
    question: 'What is stored, where, and for how long?',
    proved:
      'In the folder `TRESOR_DATA` (or your PostgreSQL): commands under way, 30 days; who granted which access to a key vault; plans of restores; how much was stored in each vault on days on which somebody looked, 400 days; and the record of commands with names, reasons and tickets, 400 days. Other accounts of the computer are shut out of the folder. No token and no key material is written to it. Tokens for Azure are kept in the server’s memory until shortly before they end, each sealed under the sign-in it came from, by each server for itself. The browser keeps language, theme and choices of lists, and drafts of forms with names but no secrets; tokens it keeps as the next question says.',
    by: '`kept-orders.test.ts`, `kept-batches.test.ts`, `kept-plans.test.ts`, `kept-commands.test.ts`, `bounds.test.ts`, `private-files.test.ts`, `database.test.ts` (files of earlier releases), `older-stores.test.ts` (what servers of older commits kept), `copied-store.test.ts` (backup and restore, word by word), `postgres.test.ts`, `draft-store.test.ts`',
    open: 'The folder is not encrypted by the product; encrypt the disk it is on. Backups of it are yours.',
  },
  {
    question: 'Can keys, secrets or tokens reach the browser or a log?',
    proved:
      'Key material never passes to the browser: answers are built field by field, and of keys that were restored nothing stays in the server’s memory. The server itself holds a secret or the backup of a key for as long as it takes to put it into the key vault, at the command of a person who may write there; who administers the server could read it then. The browser has an access token that is good for this server alone, and MSAL’s own cache beside it with the page’s refresh token, both for as long as the tab is open. Logs hold the method, the path (with names of resources), the status, an id and the word of a failure; no names of people, headers, bodies or queries. They go to standard error, and how long they are kept is up to you.',
    by: '`key-memory.test.ts`, `key-material.test.ts`, `logging.test.ts`',
    open: 'Memory dumps taken while a key is on its way through the server.',
  },
  {
    question: 'What if the server dies, or two of them work on the same order?',
    proved:
      'Nothing is done twice and nothing is lost without a word: processes are killed and frozen over one store, answers are lost, lists of Azure lag behind. A server that finds the store of a newer version writes nothing in it.',
    by: '`npm run kills`, `npm run simulate`, `npm run chaos`, `npm run chaos -- --servers`, `versions.test.ts`, `npm run upgrade`; `e2e/cloud/servers.cloud.ts` (two servers over PostgreSQL behind TLS, one killed amid 200 machines)',
    open: 'Azure’s own behavior under its real load. A PostgreSQL that loses the last seconds when it fails over: have its standby answer synchronously.',
  },
  {
    question: 'Who can see afterwards what was done?',
    proved:
      'Each command is written down before Azure hears of it, with who, what, when and why; anyone who may read the vault reads it, and nobody can change it. Azure’s own activity log holds the same correlation ids.',
    by: '`record.test.ts`, `record.e2e.ts`',
    open: 'Nothing was sent to a SIEM: the lines of `TRESOR_AUDIT_LOG` were written to a file alone; the record can be printed, and the log is on standard error.',
  },
  {
    question: 'How do we find out before people do that something in our network or tenant is not in order?',
    proved:
      '`npm run doctor`, in the environment of the server, and the page _Diagnosis_ for anyone who may assign roles, look at more than fifty things in less than two minutes and change nothing: proxy, trust, TLS, clock, the public address with its cookies and security headers, tenant, both registrations, version of tokens, consent for each service, store, providers, rights. Each is broken by a test and then named alone; of two that are broken both are named; in a healthy tenant none is. What could not be seen is said as that. With `-- --record <folder>` the answers are kept in the form that `npm run replay` reads, every word replaced that is not one of the services’ own, the same by the same; of 1,000 names and secrets that a test plants none survives. Numbers, times, and how many there are of something stay as they were: look at the files before you give them away.',
    by: '`doctor.test.ts`, `key-vaults.test.ts`, `record.property.test.ts`, `joining.test.ts` (a recorded folder is read again), `doctor.e2e.ts`, `doctor.cloud.ts`',
    open: 'What only the doctor reads (registrations, consent, registered providers) rests mostly on documentation; it stands in [truth.md](truth.md) in a part of its own, and the figures of question 16 leave it out. At the command line nobody is signed in: exchange of tokens, subscriptions, providers, rights and key vaults are seen by the page alone. Registrations are seen where the API holds `Application.Read.All`.',
  },
  {
    question: 'Which permissions do the registrations ask for, and who has to consent?',
    proved:
      'Delegated ones only, so that nobody can do more through Tresor than without it: for the API `user_impersonation` of Resource Manager, of key vaults and of storage, and `User.Read` and `Application.Read.All` of Graph; for the portal to sign people in and to call the API. An administrator consents once for everybody; where a consent is missing, the person is told for which service. `Application.Read.All` finds the Backup service’s principal. As an _application_ permission, the one thing the server may then read in its own name, it is voluntary: with it the doctor sees the registrations at the command line, too. No role in a subscription is given to the server. `register-apps.sh` writes all of it, shows it beforehand (`--dry-run`), changes nothing when run again and takes it back (`--undo`). What people granted the Backup service on key vaults stays: it is Azure’s, and each grant can be undone in the portal.',
    by: '`e2e-az/registration`, by Azure’s own command line against Local Azure, `consent.e2e.ts`',
    open: 'Consent per person, and rules of yours about who may consent, were not tried.',
  },
  {
    question: 'What protects the portal in the browser, and the server from the network?',
    proved:
      'A content security policy without inline scripts and styles, no cookie that gives rights, calls with a token from the portal’s own origin only, bounds on sizes and rates for each person before any work is done.',
    by: '`server.test.ts`, `server-page.test.ts`, `server-limits.test.ts`, `server-paths.test.ts`',
    open: 'How long a sign-in lasts, and whether it ends when nobody is there, is decided by your policies in Entra; the portal has no end of its own. Nobody from outside has looked for holes. A flood of requests is for what you put before the server.',
  },
  {
    question: 'What is it made of, and who vouches for that?',
    proved:
      'Packages of npm at exact versions, each with the checksum in `package-lock.json`, from one registry, none of which runs a script while it is installed; no secret lies in the repository. `npm run sbom` lists all parts. It runs on Node 24.5 or newer; which versions of Azure’s APIs it asks for stands with each operation in [truth.md](truth.md).',
    by: '`npm run supply-chain`, part of `npm test`',
    open: 'Releases and the image are not signed. Whether a part has a known hole is not watched by the repository. Holes are reported as `SECURITY.md` says.',
  },
  {
    question: 'What of Azure’s answers is only assumed?',
    proved: '',
    by: '`npm run replay`, which plays recorded answers of the real service to the product’s readers',
    open: 'Whatever stands under _Assumed_ in [truth.md](truth.md), field by field; in a first real tenant it should be tried first.',
  },
];

const percent = ({ recorded, all }: { recorded: number; all: number }) => `${recorded} of ${all} (${Math.floor((recorded / all) * 100)} %)`;

function figures({ operations, fields, exchanges, entries }: Ledger): string {
  const assumed = entries.filter(({ grounds }) => grounds.kind === 'assumed').map(({ name }) => name);
  return `${exchanges} recorded answers are read without a misreading, by ${percent(operations)} operations and in ${percent(fields)} of the fields, codes and headers that decide something. Assumed altogether: ${assumed.join(', ')}. Assumed in part, and searched for in vain: ${entries
    .filter(isFirst)
    .map(({ name }) => name)
    .filter((name) => !assumed.includes(name))
    .join(', ')}.`;
}

const PROVED_CLOUDS: Readonly<Record<string, string>> = {
  public: 'everything above, against Local Azure',
  usgov: 'restore, access of the Backup service and refusal of other clouds’ tokens, against Local Azure as this cloud',
};

const backupServiceOf = ({ backupService }: Cloud) =>
  backupService === null ? 'not published: found by its name (assumed)' : `\`${backupService}\`, from Microsoft’s documentation`;

const cloudRow = (cloud: Cloud) =>
  `| \`${cloud.name}\` | ${PROVED_CLOUDS[cloud.name] ?? 'hosts and audiences of its requests only'} | ${backupServiceOf(cloud)} |`;

/** The page for anyone who answers for security, in Markdown. */
export function renderProof(ledger: Ledger): string {
  return `${[
    '# What is proved, and what is not',
    'For anyone who has to decide whether Tresor may run in a tenant. Written by `npm run docs:truth` with the figures of [truth.md](truth.md); edit `apps/bff/truth/proof.ts`, not this page. _Proved_ means: a test in this repository fails when it is no longer so.',
    'Where no Azure is at hand the tests use **Local Azure**, an imitation of Azure’s services in this repository, made by the same people from Microsoft’s documentation and OpenAPI descriptions; what they believe wrongly, both may believe. Against that stand answers that the real service sent to others and that were published (_recorded answers_), Microsoft’s own clients (SDKs and command line), and a check of the tests’ requests and answers against the OpenAPI descriptions (`npm run conformance`). `npm test` and `npm run test:more` run before every change of the main branch.',
    'The largest gaps: no real tenant (1), tokens on behalf of a person (6), and no encrypted machine that was restored was ever seen to start: its keys, settings and reports are compared, its disks hold nothing.',
    ...ANSWERS.flatMap(({ question, proved, by, open }, at) => [
      `## ${at + 1}. ${question}`,
      proved || figures(ledger),
      `- **Proved by:** ${by}\n- **Not proved:** ${open}`,
    ]),
    '## The clouds',
    'Sign-in hosts, issuers and keys of all of them are compared with those that MSAL has.',
    `| \`TRESOR_CLOUD\` | proved | the Backup service’s application id |\n| --- | --- | --- |\n${Object.values(CLOUDS).map(cloudRow).join('\n')}`,
    '## Not imitated at all',
    'How long Azure really takes, and what it costs. Private endpoints of Recovery Services vaults. Resource Guards in another tenant. Throttling beyond the published limits. Regions and sizes that a subscription is not offered. The guest agent and the encryption extension inside a machine: Local Azure keeps their reports, no disks.',
  ].join('\n\n')}\n`;
}
