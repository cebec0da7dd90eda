import { ArmError, type ArmCall } from '../../arm/route';

const LARGEST = 1000;

/** How many entries the caller wants on a page. @throws ArmError 400 */
export function pageSize({ query }: ArmCall): number {
  const top = query.get('$top');
  const size = top === null ? LARGEST : Number(top);
  if (top !== '' && Number.isInteger(size) && size >= 1 && size <= LARGEST) return size;
  throw new ArmError(400, 'InvalidTopInQueryString', `Invalid $top '${top ?? ''}' specified in the query string.`);
}
