import { formatsOf, type Formats } from './formats';
import { useLanguage } from './language';

export const useFormat = (): Formats => formatsOf(useLanguage());
