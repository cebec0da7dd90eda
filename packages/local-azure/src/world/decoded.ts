/** A part of an address without its percent encodings; undefined where they are malformed. */
export function decodedOrNone(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
