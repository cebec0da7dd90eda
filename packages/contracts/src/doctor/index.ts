export * from './checks';
export type { CheckWords, Finding, Language, Sound, Text } from './define';
export { inOrder, report, tell, type ToldResult } from './report';
