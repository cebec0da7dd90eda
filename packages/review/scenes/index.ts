import type { Journey } from '../src/scene/scene';
import { encryption } from './encryption';

export const journeys: readonly Journey[] = [encryption];
