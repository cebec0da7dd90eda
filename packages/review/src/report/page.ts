import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReportData } from './data';

/** Stands in the built page where the data go. */
const MARK = '__REVIEW__';

const PAGE_FILE = fileURLToPath(new URL('page/index.html', import.meta.url));

/** JSON inside a script element must not be able to end it. */
const forHtml = (json: string) => json.replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The report as one file that needs nothing else; without data, the page that says how to make one. */
export function pageWith(data: ReportData | null, template = readFileSync(PAGE_FILE, 'utf8')): string {
  const [before = '', after = ''] = template.split(MARK);
  return before + forHtml(JSON.stringify(data)) + after;
}
