export * from './calendar';
export * from './forecast';
export * from './recurrence';
export * from './retention';
export * from './zones';
