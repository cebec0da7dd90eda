export * from './calendar';
export * from './clock-changes';
export * from './forecast';
export * from './recurrence';
export * from './retention';
export * from './zones';
