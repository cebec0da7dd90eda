export function slowExpressions(part: string): string[];
export function isSlow(expression: RegExp): boolean;
