import { sign } from 'node:crypto';
import type { EvidenceRecord, SealedEvidence } from '@tresor/contracts';
import { chain, headOf, SEALED_FORMAT, signedBytes } from '@tresor/contracts/seal';
import type { EvidenceKeys } from '../../store/evidence-keys';

/** Chains the records in their order and signs them with the installation's key. */
export async function seal(
  { privateKey, publicKeys: [publicKey] }: EvidenceKeys,
  records: readonly EvidenceRecord[],
  at: Date,
): Promise<SealedEvidence> {
  const chained = await chain(records);
  const statement = {
    format: SEALED_FORMAT,
    count: records.length,
    head: headOf(chained),
    publicKey,
    sealedAt: at.toISOString(),
  } as const;
  const signature = sign(null, signedBytes(statement), privateKey).toString('hex');
  const sealed = records.map((record, position) => ({ hash: chained[position]?.hash ?? '', record }));
  return { seal: { ...statement, signature }, records: sealed };
}
