import type { Format } from 'ajv/dist/2019.js';

const whole = (bits: number): Format => ({
  type: 'number',
  validate: (value: number) => Number.isInteger(value) && Math.abs(value) <= 2 ** (bits - 1),
});
const anyNumber: Format = { type: 'number', validate: () => true };

/** Formats of OpenAPI 2.0 and of Azure's extensions to it; text that this library blanked passes for bytes. */
export const formats: Record<string, Format> = {
  int32: whole(32),
  int64: whole(64),
  unixtime: whole(64),
  double: anyNumber,
  float: anyNumber,
  decimal: anyNumber,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:\d\d)$/,
  'date-time-rfc1123': /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
  date: /^\d{4}-\d\d-\d\d$/,
  duration: /^-?P(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/,
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  byte: /^[\w+/=-]*$/,
  base64url: /^[\w-]*=*$/,
  uri: /^[a-z][a-z\d+.-]*:\S+$/i,
  url: /^https?:\S+$/i,
  'arm-id': /^\/\S+$/,
  password: true,
  char: true,
};
