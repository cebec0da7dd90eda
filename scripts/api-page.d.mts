export function renderApi(document: unknown): string;
