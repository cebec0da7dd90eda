export { canonicalJson, type Json } from './canonical-json';
export {
  chain,
  fingerprintOf,
  headOf,
  linkText,
  NOTHING_BEFORE,
  pemOf,
  publicKeyIn,
  SEALED_FORMAT,
  sha256,
  signedBytes,
  type Chained,
  type Sealed,
  type SealStatement,
} from './sealed';
export { sealedText, verifySealed, type SealFault, type SealVerdict } from './verify';
