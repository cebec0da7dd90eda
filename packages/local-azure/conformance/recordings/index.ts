export { compareWith } from './compare';
