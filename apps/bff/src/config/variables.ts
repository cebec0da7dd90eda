import * as z from 'zod';

export const optional = z.string().min(1).optional();

export const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'must be a whole number in digits')
  .transform(Number);
