export * from './writing';
