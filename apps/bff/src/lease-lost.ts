/** Another worker has got what this one held: what this one would write, here or in Azure, is out of date. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}
