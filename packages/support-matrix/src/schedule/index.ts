export * from './critical-path';
export * from './durations';
export * from './limits';
export * from './schedule';
export type { Span } from './span';
