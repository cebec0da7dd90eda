import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { machineRow, type MachineRecord } from './batches';

const machines = z.array(machineRow);

/** The machines of a batch that has ended: their ids have much in common, and nobody changes them any more. */
export const fold = (records: readonly MachineRecord[]): Uint8Array => deflateRawSync(JSON.stringify(records));

export const unfold = (folded: Uint8Array): MachineRecord[] => machines.parse(JSON.parse(inflateRawSync(folded).toString()));
