export function foreignNames(part: string): string[];
