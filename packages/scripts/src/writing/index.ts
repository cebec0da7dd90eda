export { Code, join, ps, remark, sh } from './code';
export type { Gap } from './code';
export { comment, isWritable, powerShellLiteral, shellLiteral, UnwritableValueError } from './literal';
