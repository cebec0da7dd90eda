import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { Problem } from '../problem';
import { machineRow, type MachineRecord } from './batches';

const machines = z.array(machineRow);

/** The machines of a batch that has ended: their ids have much in common, and nobody changes them any more. */
export const fold = (records: readonly MachineRecord[]): Uint8Array => deflateRawSync(JSON.stringify(records));

export function unfold(folded: Uint8Array): MachineRecord[] {
  try {
    return machines.parse(JSON.parse(inflateRawSync(folded).toString()));
  } catch (cause) {
    throw new Problem('record-damaged', { cause });
  }
}
