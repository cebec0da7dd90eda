import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeWord, sanitise } from './azure-words';

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl';
const PIECES = ['https://', 'http://a/?', 'eyJ', 'eyJ-', '.', '-', 'sig=', '&', '?', ' ', "'", '"', 'token=', 'a', '=', 'ß', TOKEN];

function milliseconds(work: () => unknown): number {
  const since = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

describe('Azure’s words', () => {
  it('hold nothing up, whatever they are made of', () => {
    const pieces = array(constantFrom(...PIECES), { minLength: 1, maxLength: 3 });
    assert(
      property(pieces, (some) => {
        const text = some.join('');
        expect(milliseconds(() => sanitise(text.repeat(Math.ceil(140_000 / text.length))))).toBeLessThan(50);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('are cut before they are looked at', () => {
    expect(sanitise('ä'.repeat(3_000))).toHaveLength(2_000);
  });

  it('hold no token and no signature, wherever they stand', () => {
    const around = array(constantFrom(...PIECES), { maxLength: 6 }).map((some) => some.join(''));
    assert(
      property(around, around, (before, after) => {
        const sanitised = sanitise(`${before}${TOKEN}${after} https://x.blob.core.windows.net/c?sig=SECRET&se=1 sig=SECRET`) ?? '';
        expect(sanitised).not.toContain('eyJzdWIiOiJhZGEifQ');
        expect(sanitised).not.toContain('SECRET');
      }),
      { seed: 1 },
    );
  });

  it('stay as they are when there is nothing in them', () => {
    const words = 'The vault 1.2.3 was not found. See https://aka.ms/backup/errors for more.';
    expect(sanitise(words)).toBe(words);
  });
});

describe('a code of Azure', () => {
  it.each(['UserErrorKeyVaultNotFound', '400094', 'constructor', 'Some.Code-1', 'Malformed backup blob'])('%s is one', (code) => {
    expect(codeWord(code)).toBe(code);
  });

  it.each(['', ' ', 'two  blanks', 'a code of Azure is no sentence', '<b>', 'ä', TOKEN, `code ${TOKEN}`, 'A'.repeat(129), 'a\nb'])(
    '%j is none',
    (code) => {
      expect(codeWord(code)).toBeUndefined();
    },
  );
});
