import { putBlob } from '../world/storage/blobs';
import type { Blob, BlobPlace } from '../world/storage/blob';
import type { World } from '../world/world';

const SECTOR = 512;
const MEBIBYTE = 2 ** 20;
const GIBIBYTE = 2 ** 30;

/** What the first sectors of the only partition look like. */
export type FileSystem = 'BitLocker' | 'LUKS' | 'NTFS' | 'ext4';

/** Footer of a fixed virtual hard disk, Virtual Hard Disk Image Format Specification 1.0. */
function footer(size: number, moment: number): Buffer {
  const bytes = Buffer.alloc(SECTOR);
  bytes.write('conectix', 0, 'latin1');
  bytes.writeUInt32BE(2, 8);
  bytes.writeUInt32BE(0x00010000, 12);
  bytes.fill(0xff, 16, 24);
  bytes.writeUInt32BE(Math.floor((moment - Date.UTC(2000, 0, 1)) / 1000), 24);
  bytes.write('win ', 28, 'latin1');
  bytes.write('Wi2k', 36, 'latin1');
  for (const offset of [40, 48]) bytes.writeBigUInt64BE(BigInt(size), offset);
  bytes.writeUInt16BE(Math.min(65_535, Math.floor(size / SECTOR / 16 / 255)), 56);
  bytes.writeUInt8(16, 58);
  bytes.writeUInt8(255, 59);
  bytes.writeUInt32BE(2, 60);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.writeUInt32BE(~sum >>> 0, 64);
  return bytes;
}

/** Protective MBR and GPT header with one partition that begins at 1 MiB. */
function partitionTable(size: number): Buffer {
  const bytes = Buffer.alloc(3 * SECTOR);
  const sectors = size / SECTOR;
  bytes.writeUInt8(0xee, 450);
  bytes.writeUInt32LE(1, 454);
  bytes.writeUInt32LE(Math.min(0xffffffff, sectors - 1), 458);
  bytes.writeUInt16LE(0xaa55, 510);
  bytes.write('EFI PART', SECTOR, 'latin1');
  bytes.writeUInt32LE(0x00010000, SECTOR + 8);
  bytes.writeUInt32LE(92, SECTOR + 12);
  bytes.writeBigUInt64LE(1n, SECTOR + 24);
  bytes.writeBigUInt64LE(BigInt(sectors - 1), SECTOR + 32);
  bytes.writeBigUInt64LE(BigInt(MEBIBYTE / SECTOR), 2 * SECTOR + 32);
  bytes.writeBigUInt64LE(BigInt(sectors - MEBIBYTE / SECTOR - 1), 2 * SECTOR + 40);
  return bytes;
}

const signatures: Record<FileSystem, [offset: number, bytes: Buffer]> = {
  BitLocker: [0, Buffer.from('\xeb\x58\x90-FVE-FS-', 'latin1')],
  LUKS: [0, Buffer.from('LUKS\xba\xbe\x00\x01aes', 'latin1')],
  NTFS: [0, Buffer.from('\xeb\x52\x90NTFS    ', 'latin1')],
  ext4: [1080, Buffer.from([0x53, 0xef])],
};

/** Puts a disk as a page blob: head and tail as they are, everything between as zeros that take no room. */
export function putVhd(world: World, place: BlobPlace, disk: { gib: number; system: FileSystem; metadata?: Record<string, string> }): Blob {
  const size = disk.gib * GIBIBYTE;
  const { metadata = {} } = disk;
  const blob = putBlob(world, place, { type: 'PageBlob', length: size + SECTOR, contentType: 'application/octet-stream', metadata });
  const [offset, signature] = signatures[disk.system];
  world.contents.write(blob.contentId, 0, partitionTable(size));
  world.contents.write(blob.contentId, MEBIBYTE + offset, signature);
  world.contents.write(blob.contentId, size, footer(size, world.clock.now()));
  return blob;
}

/** Puts a disk that nothing was written to yet. */
export const putEmptyVhd = (world: World, place: BlobPlace, gib: number): Blob =>
  putBlob(world, place, { type: 'PageBlob', length: gib * GIBIBYTE + SECTOR, contentType: 'application/octet-stream', metadata: {} });

/** Whether the only partition of a disk is encrypted, by what its first sectors look like. */
export function isEncryptedVhd(world: World, { contentId }: Blob): boolean {
  return (['BitLocker', 'LUKS'] as const).some((system) => {
    const [offset, bytes] = signatures[system];
    return Buffer.concat([...world.contents.read(contentId, MEBIBYTE + offset, bytes.length)]).equals(bytes);
  });
}
