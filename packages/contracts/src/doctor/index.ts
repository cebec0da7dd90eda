export * from './checks';
export type { CheckWords, Finding, Language, Sound, Text } from './define';
export { countKinds, inArea, report, summary, tell, type ToldResult } from './report';
export { AREA_TITLES } from './words/frame';
