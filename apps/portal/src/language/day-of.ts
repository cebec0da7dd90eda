const two = (value: number) => String(value).padStart(2, '0');

/** The day of a moment, in milliseconds, where the reader is: as 2017-02-17. */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
