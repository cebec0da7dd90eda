// Writes what the product is made of, in the words of CycloneDX, and prints where.
import { readArguments } from '../arguments.mjs';
import { writeSbom } from './bom.mjs';
import { ensureNode } from '../prepare.mjs';

await ensureNode();
readArguments();
console.log(writeSbom());
