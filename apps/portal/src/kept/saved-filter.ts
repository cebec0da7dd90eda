/** A list with its filters, under a name that somebody gave it. */
export interface SavedFilter {
  name: string;
  /** The address: path and what follows the question mark. */
  to: string;
}

/** As one text without commas, as stored lists hold them. */
export const writeFilter = ({ name, to }: SavedFilter): string => `${encodeURIComponent(name)} ${encodeURIComponent(to)}`;

/** The filter that a stored text means; null where it means none: another version, or somebody else, may have written it. */
export function readFilter(value: string): SavedFilter | null {
  const [name, to, ...rest] = value.split(' ');
  if (!name || !to || rest.length > 0) return null;
  try {
    const found = { name: decodeURIComponent(name), to: decodeURIComponent(to) };
    // An address of this product, of no other host.
    return /^\/(?![/\\])/.test(found.to) ? found : null;
  } catch {
    return null;
  }
}
