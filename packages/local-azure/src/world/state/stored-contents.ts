import type { DatabaseSync } from 'node:sqlite';
import type { Contents } from './contents';
import { columns, rawRows } from './rows';
import { pieceLabel } from './sealed-rows';
import type { Sealing } from './sealing';

/** Bytes of a piece; sealed it is longer. */
const PIECE = 65_536;
const NOTHING = Buffer.alloc(PIECE);

interface Part {
  piece: number;
  /** Where in the piece the part begins. */
  from: number;
  to: number;
  /** Where in the whole span it begins. */
  at: number;
}

/** The pieces that a span touches. */
function* partsOf(offset: number, length: number): Generator<Part> {
  const end = offset + length;
  for (let here = offset; here < end;) {
    const piece = Math.floor(here / PIECE);
    const from = here - piece * PIECE;
    const to = Math.min(PIECE, end - piece * PIECE);
    yield { piece, from, to, at: here - offset };
    here = piece * PIECE + to;
  }
}

/** Contents as a table of pieces; pieces of zeros are left out. */
export function storedContents(database: DatabaseSync, sealing: Sealing | undefined): Contents {
  const select = rawRows(database, 'SELECT bytes FROM contents WHERE id = ? AND piece = ?');
  const upsert = database.prepare('INSERT OR REPLACE INTO contents (id, piece, bytes) VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM contents WHERE id = ? AND piece = ?');
  const removeAll = database.prepare('DELETE FROM contents WHERE id = ?');
  const pieces = rawRows(database, 'SELECT piece FROM contents WHERE id = ? ORDER BY piece');
  const duplicate = database.prepare('INSERT INTO contents (id, piece, bytes) SELECT ?, piece, bytes FROM contents WHERE id = ?');

  function pieceOf(id: string, piece: number): Buffer {
    const bytes = columns(select.get(id, piece))?.[0];
    if (!(bytes instanceof Uint8Array)) return NOTHING;
    if (sealing) return sealing.open(pieceLabel(piece), bytes);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  function write(id: string, offset: number, bytes: Buffer): void {
    for (const { piece, from, to, at } of partsOf(offset, bytes.length)) {
      const whole = Buffer.from(pieceOf(id, piece));
      bytes.copy(whole, from, at, at + to - from);
      if (whole.equals(NOTHING)) remove.run(id, piece);
      else upsert.run(id, piece, sealing ? sealing.seal(pieceLabel(piece), whole) : whole);
    }
  }

  return {
    write,
    *read(id, offset, length) {
      for (const { piece, from, to } of partsOf(offset, length)) yield pieceOf(id, piece).subarray(from, to);
    },
    clear(id, offset, length) {
      for (const { piece, from, to } of partsOf(offset, length)) {
        if (to - from === PIECE) remove.run(id, piece);
        else write(id, piece * PIECE + from, Buffer.alloc(to - from));
      }
    },
    written(id) {
      return pieces.all(id).map((row) => {
        const from = Number(columns(row)?.[0]) * PIECE;
        return { from, to: from + PIECE - 1 };
      });
    },
    copy(from, to) {
      duplicate.run(to, from);
    },
    delete(id) {
      removeAll.run(id);
    },
  };
}
