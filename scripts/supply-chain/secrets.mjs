import { createHash } from 'node:crypto';

const KINDS = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*[\w+/=]{20,200}/g],
  ['a token', /\beyJ[\w-]{10,500}\.eyJ[\w-]{10,2000}\.[\w-]{10,1000}/g],
  ['the key of a storage account', /\bAccountKey=[\w+/]{60,100}={0,2}/g],
  ['a signature', /[?&]sig=[\w%+/-]{30,100}/g],
  ['a client secret of Entra', /\b[\w~.-]{3}[78]Q~[\w~.-]{31,34}/g],
  ['a token of GitHub', /\bgh[pousr]_[A-Za-z0-9]{36,255}\b/g],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['a key of another cloud', /\bAKIA[A-Z0-9]{16}\b/g],
  ['a password in a URL', /\b[a-z][a-z+]{1,15}:\/\/[^\s:/@'"`$]{1,60}:[^\s:/@'"`$]{4,60}@/g],
  [
    'a secret that is named so',
    /(?:\b|_)(?:secret|password|passwd|api_?key|access_?key|auth_?token)["']?\s{0,3}[:=]\s{0,3}["'`][^\s"'`$]{16,200}["'`]/gi,
  ],
];

/** By this a secret is named in the list of what is allowed, so that the list itself holds none. */
export const fingerprint = (secret) => createHash('sha256').update(secret).digest('hex').slice(0, 16);

/** What looks like a secret in a text, other than what is allowed there. */
export function secretsIn(file, text, allowed) {
  const known = new Set(allowed.filter((one) => one.file === file).map((one) => one.fingerprint));
  return KINDS.flatMap(([kind, expression]) =>
    [...text.matchAll(expression)]
      .map(({ 0: secret, index }) => ({ line: text.slice(0, index).split('\n').length, name: fingerprint(secret) }))
      .filter(({ name }) => !known.has(name))
      .map(({ line, name }) => `${file}:${line} holds ${kind} (${name})`),
  );
}
