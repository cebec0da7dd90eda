/** A tag as it is shown. */
export const tagWords = (name: string, value: string): string => (value === '' ? name : `${name}: ${value}`);
