import * as z from 'zod';
import { nameOf } from '@tresor/support-matrix';
import { expectBody } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { callBlob } from '../blobs/blob-call';
import { blobOrigin } from '../connection/origins';
import { UpstreamFailure } from '../connection/upstream-failure';
import { blobAccountOf, type RestoreAttributes } from './restore-attributes';
import { UNTOLD, type RestoredDisk } from './restored-disks';

const uri = z.object({ uri: z.string() });
const disk = z.object({ lun: z.number().nullish(), name: z.string().nullish(), vhd: uri.nullish(), virtualharddisk: uri.nullish() });
const profile = z.object({ osdisk: disk, datadisks: z.array(disk).nullish() });
export const configBody = z.object({ 'properties.storageprofile': profile.nullish(), storageprofile: profile.nullish() });

/** The configuration of the machine that a restore left; undefined where the job names none. */
export async function readRestoredConfig(session: AzureSession, attributes: RestoreAttributes): Promise<unknown> {
  const account = blobAccountOf(session, attributes);
  const { container, configBlob: blob } = attributes;
  if (account === null || container === null || blob === null) return undefined;
  return parseConfig(await callBlob(session, 'read', { method: 'GET', account, container, blob }));
}

/** A disk by its name and its place in the machine; `lun` null: the system's. */
export type NamedDisk = Pick<RestoredDisk, 'name' | 'lun'>;

/** All disks that a restore brought back, as the configuration beside them names them; empty where there is none. */
export async function readRestoredNames(session: AzureSession, attributes: RestoreAttributes): Promise<NamedDisk[]> {
  const read = await readRestoredConfig(session, attributes);
  if (read === undefined) return [];
  const config = expectBody(configBody, read);
  const storage = config['properties.storageprofile'] ?? config.storageprofile;
  const all = storage ? [storage.osdisk, ...(storage.datadisks ?? [])] : [];
  return all.flatMap(({ name, lun }, place) => (name == null ? [] : [{ name, lun: lunAt(place, lun) }]));
}

const lunAt = (place: number, lun: number | null | undefined) => (place === 0 ? null : (lun ?? place - 1));

/** The VHDs that a restore left, as the machine's configuration beside them names them. */
export async function readRestoredVhds(session: AzureSession, attributes: RestoreAttributes): Promise<RestoredDisk[]> {
  const account = blobAccountOf(session, attributes);
  const { container } = attributes;
  const read = await readRestoredConfig(session, attributes);
  if (account === null || container === null || read === undefined) return [];
  const config = expectBody(configBody, read);
  const storage = config['properties.storageprofile'] ?? config.storageprofile;
  if (!storage) throw new UpstreamFailure('unreadable');
  return [storage.osdisk, ...(storage.datadisks ?? [])].map((one, place) => {
    const url = one.vhd?.uri ?? one.virtualharddisk?.uri ?? '';
    // A VHD somewhere else than in the account of the restore is none of it.
    if (!url.startsWith(`${blobOrigin(session.cloud, account)}/${container}/`)) throw new UpstreamFailure('unreadable');
    return { ...UNTOLD, name: one.name ?? diskNameOf(url), lun: lunAt(place, one.lun), url, id: null };
  });
}

const diskNameOf = (url: string) => nameOf(url).replace(/\.vhd$/i, '');

/** Members whose own members are names that people gave. */
const GIVEN = ['tags', 'userAssignedIdentities'];

/** UTF-16 with NULs at its end; read as bytes of ASCII, which names of disks are. Names of members differ in case between editions; those that people gave stay. */
function parseConfig(text: string): unknown {
  const json = text.replaceAll('\0', '').replace(/^[^{]*/, '');
  try {
    return JSON.parse(json, (name, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && !GIVEN.includes(name)
        ? Object.fromEntries(Object.entries(value).map(([name, of]) => [name.toLowerCase(), of]))
        : value,
    );
  } catch {
    throw new UpstreamFailure('unreadable', { cause: new Error('The configuration is not JSON.') });
  }
}
