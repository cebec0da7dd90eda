export function closeSources(part: string): void;
