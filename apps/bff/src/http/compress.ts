import { constants } from 'node:zlib';
import compression from 'compression';

/** Fast rather than small, and flushed at every write: the rows of a streamed list leave when they are written. */
export const compress = () =>
  compression({
    level: constants.Z_BEST_SPEED,
    flush: constants.Z_SYNC_FLUSH,
    brotli: { flush: constants.BROTLI_OPERATION_FLUSH, params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
  });
