/** A moment as Azure Backup's filters want it: `2026-01-31 09:05:00 PM`, UTC. */
export function azureMoment(milliseconds: number): string {
  const iso = new Date(milliseconds).toISOString();
  const hour = Number(iso.slice(11, 13));
  const twelve = String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, '0');
  return `${iso.slice(0, 10)} ${twelve}${iso.slice(13, 19)} ${hour < 12 ? 'AM' : 'PM'}`;
}
