export { DIALECT_NEEDS, type Dialect, type Heading } from './heading';
export { movesKeys } from './key-values';
export * from './restore-values';
export type { Script } from './script';
export * from './values';
export type * from './values';
export type { Language } from './words';
export * from './write-script';
export * from './writing';
