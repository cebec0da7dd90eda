import type { MachineSku, MachineSkus } from './machine-skus';

/** Of all work, not of one kind alone, as graphics, storage or confidential computing. */
const GENERAL: readonly string[] = ['D', 'E'];

/** `D` of Standard_DS2_v2 and of Standard_D2s_v3, `DC` of Standard_DC2s_v2. */
const seriesOf = (name: string): string => /^Standard_([A-Z]+?)S?\d/i.exec(name)?.[1]?.toUpperCase() ?? '';

const isNoLess = (one: number | null, other: number | null) => other === null || (one !== null && one >= other);

/** Whether a machine of one size would miss nothing on another. */
function bears(one: MachineSku, old: MachineSku): boolean {
  const knows = (generation: string) => one.generations?.includes(generation) ?? true;
  return (
    isNoLess(one.cores, old.cores) &&
    isNoLess(one.memoryGib, old.memoryGib) &&
    isNoLess(one.dataDisks, old.dataDisks) &&
    one.accelerators >= old.accelerators &&
    (one.premiumDisks || !old.premiumDisks) &&
    (one.hostEncryption || !old.hostEncryption) &&
    (one.ultraDisks || !old.ultraDisks) &&
    (!one.noTrustedLaunch || old.noTrustedLaunch) &&
    (one.scsi || !old.scsi) &&
    one.architecture === old.architecture &&
    (old.generations ?? []).every(knows)
  );
}

/**
 * The size that comes nearest to one that cannot be had: it has no less of anything, is of the same series where one of that will do, and is
 * the smallest of these. Null where none will do, or Azure tells nothing of the old one.
 */
export function similarSize(size: string, skus: MachineSkus, isFitting: (size: string) => boolean): string | null {
  const old = skus.get(size.toLowerCase());
  if (!old) return null;
  const series = seriesOf(size);
  const isOther = ({ name }: MachineSku) => Number(seriesOf(name) !== series);
  const fitting = [...skus.values()].filter(
    (one) => one !== old && (isOther(one) === 0 || GENERAL.includes(seriesOf(one.name))) && bears(one, old) && isFitting(one.name),
  );
  const [nearest] = fitting.toSorted(
    (a, b) =>
      isOther(a) - isOther(b) ||
      (a.cores ?? 0) - (b.cores ?? 0) ||
      (a.memoryGib ?? 0) - (b.memoryGib ?? 0) ||
      // Of the same extent the youngest version.
      b.name.localeCompare(a.name, 'en', { numeric: true }),
  );
  return nearest?.name ?? null;
}
