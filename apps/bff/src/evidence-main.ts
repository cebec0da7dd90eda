import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pemOf, publicKeyIn, fingerprintOf, verifySealed, type SealFault } from '@tresor/contracts/seal';
import { ConfigError, readConfig } from './config';
import { keyFileOf, lookForPublicKeys, renewKey } from './store/evidence-keys';

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);

const wordsOf = (fault: SealFault): string => {
  if (fault.fault === 'record') return `Record ${fault.number} was changed, or does not stand in its place.`;
  if (fault.fault === 'other-key') return `It was signed by a key that is none of those to compare with: ${fault.fingerprint}.`;
  return FAULTS[fault.fault];
};

const FAULTS = {
  'not-sealed': 'It is no evidence of Tresor.',
  rewritten: 'Its text is not the one that was written.',
  count: 'Records are missing or were added.',
  signature: 'The signature is not of what the file says.',
};

/** The settings are those of `npm run start:cloud`; to verify, none are needed. */
const settings = () => readConfig(process.env);

function knownKeys(named: string | undefined): string[] {
  if (named !== undefined) {
    const key = publicKeyIn(/^[\dA-Fa-f]{64}$/.test(named) ? named : readFileSync(named, 'utf8'));
    if (key === undefined) throw new ConfigError([`${named} is no public key of Ed25519, neither in PEM nor as 64 digits`]);
    return [key];
  }
  try {
    return lookForPublicKeys(settings());
  } catch (error) {
    if (error instanceof ConfigError) return [];
    throw error;
  }
}

/** 0: sound, and by a known key; 1: not sound; 3: sound, but there was no key to compare with. */
async function verify(file: string, named: string | undefined): Promise<number> {
  const known = knownKeys(named);
  const verdict = await verifySealed(readFileSync(file), known);
  if (verdict.state === 'cannot-check') throw new ConfigError(['this Node cannot check signatures of Ed25519']);
  if (verdict.state === 'unsound') {
    say(`The evidence is not as it was sealed. ${wordsOf(verdict.fault)}`);
    return 1;
  }
  const { seal } = verdict.sealed;
  say(`The evidence is as it was sealed on ${seal.sealedAt}: ${seal.count} records, ${seal.head}.`);
  if (verdict.isKnown) say(`It was signed by the key ${verdict.fingerprint}, which is one of those to compare with.`);
  else
    say(
      `It was signed by the key ${verdict.fingerprint}. Compare that with the settings page of Tresor: there was no key to compare with.`,
    );
  return verdict.isKnown ? 0 : 3;
}

async function showKeys(): Promise<number> {
  const keys = lookForPublicKeys(settings());
  for (const key of keys) say(`${await fingerprintOf(key)}\n${pemOf(key)}`);
  return keys.length > 0 ? 0 : 1;
}

async function renew(): Promise<number> {
  // Where there is none yet, it is made here.
  const { TRESOR_EVIDENCE_KEY: named, ...others } = process.env;
  const file = keyFileOf({ ...readConfig(others), evidenceKey: named || undefined });
  if (file === undefined) throw new ConfigError(['TRESOR_EVIDENCE_KEY is missing: several servers need one key']);
  say(`Evidence is signed by ${await renewKey(file)} from the next start of the servers on.`);
  return 0;
}

process.umask(0o077);

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { key: { type: 'string' } } });
  const [work, file] = positionals;
  if (work === 'verify' && file !== undefined) process.exitCode = await verify(file, values.key);
  else if (work === 'keys') process.exitCode = await showKeys();
  else if (work === 'renew-key') process.exitCode = await renew();
  else throw new ConfigError(['say verify <file>, keys or renew-key']);
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : `This cannot be done: ${String(error)}`}\n`);
  process.exitCode = 2;
}
