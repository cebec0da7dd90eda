export * from './checks';
export type { CheckWords, Finding, Language, Sound, Text } from './define';
export { describeResult, inOrder, report, type DescribedResult } from './report';
