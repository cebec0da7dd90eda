import * as z from 'zod/mini';
import { approvals, approvalsText } from '../src/approvals/approvals';
import { LANGUAGES } from '../src/words';
import { data, get, LOOKS, say, set } from './state';
import { texts } from './texts';

const DRAFT = 'tresor.review.draft';
const CHOICES = 'tresor.review.choices';
const SERVED = location.protocol.startsWith('http');
const SERVER = '/review/approvals';

const draft = z.object({ made: z.string(), approvals, unsaved: z.number() });
const choices = z.object({ ui: z.enum(LANGUAGES), look: z.enum(LOOKS), who: z.string() });

/** What this browser has kept of the page; whatever else lies there counts as nothing. */
function read<Schema extends z.ZodMiniType>(key: string, schema: Schema): z.infer<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data;
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Without a store this window alone remembers.
  }
}

/** Nothing decided is lost with the window. */
export function keepDraft(): void {
  const { approvals, unsaved } = get();
  write(DRAFT, unsaved === 0 ? null : ({ made: data().made, approvals, unsaved } satisfies z.infer<typeof draft>));
}

export function keepChoices(): void {
  const { ui, look, who } = get();
  write(CHOICES, { ui, look, who });
}

/** What the repository remembers, what the last session left, and how this person likes the page. */
export async function load(): Promise<void> {
  set({ approvals: data().approvals, ...read(CHOICES, choices) });
  if (SERVED) {
    const answer = await fetch(SERVER).catch(() => undefined);
    if (answer?.ok) set({ approvals: approvals.parse(await answer.json()) });
  }
  const kept = read(DRAFT, draft);
  if (kept?.made === data().made) set({ approvals: kept.approvals, unsaved: kept.unsaved, notice: say(texts.kept) });
}

interface SavePicker {
  showSaveFilePicker: (
    options: object,
  ) => Promise<{ createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }> }>;
}

const hasPicker = (window: object): window is SavePicker => 'showSaveFilePicker' in window;

export async function save(): Promise<void> {
  const text = approvalsText(get().approvals);
  try {
    if (SERVED) await post(text);
    else if (!(await saveAsFile(text))) return;
    set({ unsaved: 0, notice: say(SERVED ? texts.saved : texts.savedFile) });
    keepDraft();
  } catch (error) {
    set({ notice: say(texts.notSaved, { reason: error instanceof Error ? error.message : String(error) }) });
  }
}

async function post(body: string): Promise<void> {
  const answer = await fetch(SERVER, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (answer.status === 403) throw new Error(say(texts.withoutKey));
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
}

/** Into a file the person names, or as a download; false when the person thinks better of it. */
async function saveAsFile(text: string): Promise<boolean> {
  if (hasPicker(window)) {
    try {
      const file = await window.showSaveFilePicker({ suggestedName: 'approvals.json' });
      const writable = await file.createWritable();
      await writable.write(text);
      await writable.close();
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return false;
      if (!(error instanceof DOMException && error.name === 'SecurityError')) throw error;
    }
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'approvals.json';
  link.click();
  URL.revokeObjectURL(link.href);
  return true;
}
