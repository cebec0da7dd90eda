import * as z from 'zod';

/** Of a machine's interfaces, and of an interface's configurations, one is the primary one. */
export const mayBePrimary = z.object({ primary: z.boolean().nullish() });

type Ranked = { properties?: z.infer<typeof mayBePrimary> | null | undefined };

/** The primary one first, or the first where none is marked, then the others. */
export function primaryFirst<One extends Ranked>(all: readonly One[] | null | undefined): One[] {
  const isPrimary = ({ properties }: One) => properties?.primary === true;
  return (all ?? []).toSorted((a, b) => Number(isPrimary(b)) - Number(isPrimary(a)));
}
