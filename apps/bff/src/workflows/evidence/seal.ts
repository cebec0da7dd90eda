import { createHash, sign } from 'node:crypto';
import { evidenceRecord, type EvidenceRecord, type SealedEvidence } from '@tresor/contracts';
import { canonicalJson, linkText, NOTHING_BEFORE, SEALED_FORMAT, signedBytes } from '@tresor/contracts/seal';
import type { EvidenceKeys } from '../../store/evidence-keys';
import { inTurns } from '../../turns';

/** Sealed evidence as the bytes of its file, and what was signed of it. */
export interface SealedBytes {
  seal: SealedEvidence['seal'];
  json: Buffer;
}

/**
 * Chains the records in their order and signs them with the installation's key. There may be ten thousand: each is checked, written and hashed
 * once, by Node's own hash, which takes a tenth of the time of WebCrypto's, and others have their turn in between.
 */
export async function seal(
  { privateKey, publicKeys: [publicKey] }: EvidenceKeys,
  records: readonly EvidenceRecord[],
  at: Date,
): Promise<SealedBytes> {
  let head = NOTHING_BEFORE;
  const written = await inTurns(records, (record) => {
    const text = canonicalJson(evidenceRecord.parse(record));
    head = createHash('sha256').update(linkText(head, text)).digest('hex');
    return Buffer.from(`{"hash":"${head}","record":${text}},`);
  });
  const statement = { format: SEALED_FORMAT, count: records.length, head, publicKey, sealedAt: at.toISOString() } as const;
  const signature = sign(null, signedBytes(statement), privateKey).toString('hex');
  const sealed = { ...statement, signature };
  const all = Buffer.concat(written).subarray(0, -1);
  return { seal: sealed, json: Buffer.concat([Buffer.from('{"records":['), all, Buffer.from(`],"seal":${canonicalJson(sealed)}}`)]) };
}
