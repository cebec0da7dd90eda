import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every way in which bytes may stand in a file: as they are, as hexadecimal digits, in sixteen bits each, in base64 wherever that began. */
function spellings(secret: string): Buffer[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((at) =>
    Buffer.concat([Buffer.alloc(at), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  const base64url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const texts = [secret, hex, hex.toUpperCase(), ...base64, ...base64url].map((text) => Buffer.from(text));
  return [...texts, Buffer.from(secret, 'utf16le')];
}

/** Which of some secrets, by what they are, stand openly in which file of a folder. */
export function plainSecretsIn(folder: string, secrets: Readonly<Record<string, string>>): string[] {
  const searched = Object.entries(secrets).map(([what, secret]) => ({ what, spelled: spellings(secret) }));
  return readdirSync(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    return searched.flatMap(({ what, spelled }) => (spelled.some((one) => bytes.includes(one)) ? [`${what} in ${name}`] : []));
  });
}
