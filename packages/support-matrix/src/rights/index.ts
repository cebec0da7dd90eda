export * from './guard-actions';
export * from './permissions';
export * from './remedy';
export * from './roles';
export type { Need, Place, Plane } from './step';
export * from './steps';
