import type { PictureType } from '@tresor/contracts';

/** A picture of a machine's screen, as Azure gave it. */
export interface Picture {
  /** Of its bytes, in hexadecimal digits. */
  sha256: string;
  type: PictureType;
  bytes: Uint8Array;
}

/** The pictures that runs keep, each with its run: it goes when that goes. */
export interface Screens {
  /** Keeps a picture with a run, once; false where there is no such run, or no room with it. A run goes by the id of its record. */
  keep(planId: string, picture: Picture): Promise<boolean>;
  find(planId: string, sha256: string): Promise<Picture | undefined>;
}
