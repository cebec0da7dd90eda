import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  canonicalJson,
  chain,
  fingerprintOf,
  headOf,
  pemOf,
  publicKeyIn,
  SEALED_FORMAT,
  sealedText,
  signedBytes,
  verifySealed,
  type Chained,
  type Json,
  type Sealed,
} from './index';

// The examples of RFC 8785, 3.2.2 to 3.2.4, and of its appendix B.
it.each<[string, Json, string]>([
  [
    'literals, numbers and texts',
    { numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001], literals: [null, true, false] },
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
  ],
  ['texts with controls', '€$\u000f\nA\'B"\\\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
  [
    'names by their code units',
    { '€': 'Euro', '\r': 'Return', '\ufb33': 'Dalet', '1': 'One', '\u0080': 'Control', '😀': 'Smile', ö: 'o' },
    '{"\\r":"Return","1":"One","\u0080":"Control","ö":"o","€":"Euro","😀":"Smile","\ufb33":"Dalet"}',
  ],
  ['a zero with a sign', -0, '0'],
  ['the largest number', 1.7976931348623157e308, '1.7976931348623157e+308'],
  ['the smallest number', 5e-324, '5e-324'],
])('%s have one form', (_, value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

it('what has no form in JSON is refused', () => {
  expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
  expect(() => canonicalJson({ a: ['\ud800'] })).toThrow(TypeError);
});

interface Signer {
  publicKey: string;
  privateKey: KeyObject;
}

function newSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex'), privateKey };
}

const OWN = newSigner();
const OTHER = newSigner();

function sealWith({ publicKey, privateKey }: Signer, records: readonly Chained[]): Sealed {
  const statement = {
    format: SEALED_FORMAT,
    count: records.length,
    head: headOf(records),
    publicKey,
    sealedAt: '2026-11-24T02:00:00.000Z',
  } as const;
  return { records, seal: { ...statement, signature: sign(null, signedBytes(statement), privateKey).toString('hex') } };
}

/** A repeatable source of chance (mulberry32). */
function chanceOf(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return (below: number) => Math.floor(next() * below);
}

type Chance = ReturnType<typeof chanceOf>;

const recordsOf = (chance: Chance): Json[] =>
  Array.from({ length: 2 + chance(5) }, (_, position) => ({
    kind: 'entry',
    position,
    at: new Date(1_700_000_000_000 + position * 1_000 + chance(1_000)).toISOString(),
    by: ['Adele Vance', 'Alex Wilber', 'Jürgen Groß', '木村'][chance(4)] ?? '',
    about: { key: `https://kv.vault.azure.net/keys/kek/${String(chance(1_000_000))}`, state: ['present', 'deleted'][chance(2)] ?? '' },
  }));

const plain = (records: readonly Chained[]) => records.map(({ record }) => record);
const without = <Value>(list: readonly Value[], at: number) => list.filter((_, position) => position !== at);

function swapped<Value>(list: readonly Value[], chance: Chance): Value[] {
  const from = chance(list.length);
  const to = (from + 1 + chance(list.length - 1)) % list.length;
  return list.map((value, at) => (at === from ? (list[to] ?? value) : at === to ? (list[from] ?? value) : value));
}

const rewritten = (record: Json, chance: Chance): Json => ({ was: record, by: `Somebody ${String(chance(1_000))}` });

type File = string | Uint8Array;

/** The ways of somebody who has the file, and what is public, but not the installation's private key. */
const FORGERIES: Readonly<Record<string, (sealed: Sealed, chance: Chance) => File | Promise<File>>> = {
  'one byte changed': (sealed, chance) => {
    const bytes = Buffer.from(sealedText(sealed));
    const at = chance(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 + chance(255));
    return bytes;
  },
  'one byte cut out': (sealed, chance) => {
    const bytes = Buffer.from(sealedText(sealed));
    return Buffer.concat([bytes.subarray(0, chance(bytes.length)), bytes.subarray(1 + chance(bytes.length - 1))]);
  },
  'a record rewritten whole': ({ seal, records }, chance) => {
    const at = chance(records.length);
    return sealedText({
      seal,
      records: records.map((one, position) => (position === at ? { ...one, record: rewritten(one.record, chance) } : one)),
    });
  },
  shortened: ({ seal, records }, chance) => sealedText({ seal, records: records.slice(0, chance(records.length)) }),
  'a record cut out': ({ seal, records }, chance) => sealedText({ seal, records: without(records, chance(records.length)) }),
  'cut off, with a new count and head': ({ seal, records }) => {
    const left = records.slice(0, -1);
    return sealedText({ records: left, seal: { ...seal, count: left.length, head: headOf(left) } });
  },
  reordered: ({ seal, records }, chance) => sealedText({ seal, records: swapped(records, chance) }),
  'a record added': ({ seal, records }, chance) =>
    sealedText({ seal, records: [...records, { hash: headOf(records), record: rewritten({}, chance) }] }),
  'chained again': async ({ seal, records }, chance) => {
    const all = plain(records);
    const at = chance(all.length);
    const again = await chain(all.map((record, position) => (position === at ? rewritten(record, chance) : record)));
    return sealedText({ records: again, seal: { ...seal, head: headOf(again) } });
  },
  'reordered and chained again': async ({ seal, records }, chance) => {
    const again = await chain(swapped(plain(records), chance));
    return sealedText({ records: again, seal: { ...seal, head: headOf(again) } });
  },
  'chained again and signed by another key': async ({ records }, chance) =>
    sealedText(sealWith(OTHER, await chain(plain(records).map((record) => rewritten(record, chance))))),
  'signed by another key in the name of the own one': ({ records }) => {
    const { seal } = sealWith(OTHER, records);
    return sealedText({ records, seal: { ...seal, publicKey: OWN.publicKey } });
  },
  'a later time': ({ seal, records }) => sealedText({ records, seal: { ...seal, sealedAt: '2026-11-25T02:00:00.000Z' } }),
  'written with blanks': (sealed) => JSON.stringify(sealed, null, 2),
};

const SEED = 20_261_124;
const TIMES = 1_000;

/** Each of these of every file; of the others one, in turn. */
const OF_EACH: ReadonlySet<string> = new Set(['one byte changed', 'a record rewritten whole', 'shortened', 'reordered', 'chained again']);
const IN_TURN = Object.keys(FORGERIES).filter((way) => !OF_EACH.has(way));

it('of a thousand files each genuine one is sound, and no forgery', { timeout: 180_000 }, async () => {
  const chance = chanceOf(SEED);
  const wrong: string[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const sealed = sealWith(OWN, await chain(recordsOf(chance)));
    const text = sealedText(sealed);
    if ((await verifySealed(text, [OWN.publicKey])).state !== 'sound') wrong.push(`genuine ${String(time)}`);
    for (const way of [...OF_EACH, IN_TURN[time % IN_TURN.length] ?? '']) {
      const forged = await FORGERIES[way]?.(sealed, chance);
      if (forged === undefined || Buffer.from(forged).equals(Buffer.from(text))) continue;
      if ((await verifySealed(forged, [OWN.publicKey])).state !== 'unsound') wrong.push(`${way} ${String(time)}`);
    }
  }
  expect(wrong).toEqual([]);
});

const someSealed = async () => sealWith(OWN, await chain(recordsOf(chanceOf(1))));

const faultOf = async (sealed: Sealed) => {
  const verdict = await verifySealed(sealedText(sealed), [OWN.publicKey]);
  return verdict.state === 'unsound' ? verdict.fault : verdict.state;
};

it('what is wrong is told with its place', async () => {
  const { seal, records } = await someSealed();
  expect(await faultOf({ seal, records: without(records, 1) })).toEqual({ fault: 'record', number: 2 });
  expect(await faultOf({ seal, records: records.slice(0, 2) })).toEqual({ fault: 'count' });
  expect(await faultOf({ records, seal: { ...seal, sealedAt: '' } })).toEqual({ fault: 'signature' });
  expect(await faultOf(sealWith(OTHER, records))).toEqual({ fault: 'other-key', fingerprint: await fingerprintOf(OTHER.publicKey) });
  expect(await verifySealed('{"a":1}', [])).toEqual({ state: 'unsound', fault: { fault: 'not-sealed' } });
});

it('without a key to compare with, a file can be whole, but by whom it was signed is left open', async () => {
  expect(await verifySealed(sealedText(await someSealed()), [])).toMatchObject({ state: 'sound', isKnown: null });
});

it('a public key is read as digits and as PEM, and nothing else is taken for one', () => {
  expect(publicKeyIn(pemOf(OWN.publicKey))).toBe(OWN.publicKey);
  expect(publicKeyIn(` ${OWN.publicKey.toUpperCase()}\n`)).toBe(OWN.publicKey);
  expect(publicKeyIn(generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'pem' }).toString())).toBeUndefined();
  expect(publicKeyIn('a key')).toBeUndefined();
});
