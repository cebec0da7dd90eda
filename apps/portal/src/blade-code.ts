import { own } from './api/own';
import { rows, type BladeId } from './map/map';
import type { LoadBlade } from './routes';

const CODE = import.meta.glob<Awaited<ReturnType<LoadBlade>>>('./features/**/*.blade.tsx');

/** Where the code of a blade is found: by its file, as its row names it. */
export function codeOf(id: BladeId): LoadBlade {
  const load = own(CODE, `./features/${rows[id].file}.blade.tsx`);
  if (load === undefined) throw new Error(`The blade ${id} has no code.`);
  return load;
}
