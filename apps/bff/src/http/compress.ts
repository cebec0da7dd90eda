import { constants } from 'node:zlib';
import compression from 'compression';

/**
 * Fast rather than small, and flushed at every write: the rows of a streamed list leave when they are written. `quality` is Brotli's, of 0 to 11;
 * beyond 1 lists cost twice the CPU.
 */
export const compress = (quality = 1) =>
  compression({
    level: constants.Z_BEST_SPEED,
    flush: constants.Z_SYNC_FLUSH,
    brotli: { flush: constants.BROTLI_OPERATION_FLUSH, params: { [constants.BROTLI_PARAM_QUALITY]: quality } },
  });
