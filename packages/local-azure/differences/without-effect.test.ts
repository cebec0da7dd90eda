import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findWithoutEffect, wordsOfCode } from './find-without-effect';

import withoutEffect from './without-effect.json' with { type: 'json' };

const root = (folder: string) => fileURLToPath(new URL(`../../../${folder}`, import.meta.url));
const specifications = resolve(root(''), process.env['TRESOR_SPECS'] ?? '../shared/specs/specification');

/** The product is the BFF's way to Azure, the scripts that it hands out, and the steps that are walked with the command line. */
const product = wordsOfCode(...['apps/bff/src/azure', 'packages/scripts/src', 'e2e-az'].map(root));

/** Names that the product has for something else: of disks, limits, key vaults, points of a curve, addresses and rules. */
const elsewhere = new Set(['managedBy', 'capacity', 'family', 'k', 'y', 'protocol', 'ssh']);

describe('What is taken without effect', () => {
  it.skipIf(!existsSync(specifications))(
    'is found whole where the OpenAPI files are at hand; when not, run npm run docs:differences',
    () => {
      expect(withoutEffect).toEqual(findWithoutEffect(specifications));
    },
  );

  it('is nothing that the product sends or reads', () => {
    const lastNames = Object.values<string[]>(withoutEffect).flatMap((members) =>
      members.map((member) => member.split('.').at(-1)?.replaceAll('[]', '') ?? ''),
    );
    expect([...new Set(lastNames)].filter((name) => product.has(name) && !elsewhere.has(name))).toEqual([]);
  });
});
