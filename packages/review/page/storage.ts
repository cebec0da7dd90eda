import * as z from 'zod/mini';
import { approvals, approvalsText, change, changeOf, countOf, withChange, type Approvals, type Change } from '../src/approvals/approvals';
import { LANGUAGES } from '../src/words';
import { data, get, LOOKS, say, set } from './state';
import { texts } from './texts';

const DRAFT = 'tresor.review.draft';
const CHOICES = 'tresor.review.choices';
const SERVED = location.protocol.startsWith('http');
const SERVER = '/review/approvals';

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

/** What was decided in this window and is not saved. */
export const unsaved = (): Change => changeOf(get().saved, get().approvals);

/** Nothing decided is lost with the window. */
export function keepDraft(): void {
  const left = unsaved();
  write(DRAFT, countOf(left) === 0 ? null : left);
}

export function keepChoices(): void {
  const { ui, look, who } = get();
  write(CHOICES, { ui, look, who });
}

/** What others saved meanwhile, with what is not saved here. */
const takeUp = (saved: Approvals, left: Change) => set({ saved, approvals: withChange(saved, left) });

/** What the repository remembers, what the last session left, and how this person likes the page. */
export async function load(): Promise<void> {
  set({ ...read(CHOICES, choices) });
  const left = read(DRAFT, change);
  const served = SERVED ? await readServed().catch(() => undefined) : undefined;
  takeUp(served?.approvals ?? data().approvals, left ?? NOTHING);
  if (left) set({ notice: say(texts.kept) });
}

const NOTHING: Change = { decisions: [], comments: [], withdrawn: [] };

/** The file as it is now, and the mark by which the server knows whether it is still that. */
async function readServed(): Promise<{ approvals: Approvals; mark: string }> {
  const answer = await fetch(SERVER);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return { approvals: approvals.parse(await answer.json()), mark: answer.headers.get('etag') ?? '' };
}

interface SavePicker {
  showSaveFilePicker: (
    options: object,
  ) => Promise<{ createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }> }>;
}

const hasPicker = (window: object): window is SavePicker => 'showSaveFilePicker' in window;

export async function save(): Promise<void> {
  try {
    const left = unsaved();
    const saved = SERVED ? await saveWithOthers(left) : get().approvals;
    if (!SERVED && !(await saveAsFile(approvalsText(saved)))) return;
    takeUp(saved, changeOf(withChange(get().saved, left), get().approvals));
    set({ notice: say(SERVED ? texts.saved : texts.savedFile) });
    keepDraft();
  } catch (error) {
    set({ notice: say(texts.notSaved, { reason: error instanceof Error ? error.message : String(error) }) });
  }
}

const TRIES = 5;

/** Adds to the file what is there of this window alone; where somebody was quicker, to what that made of it. */
async function saveWithOthers(left: Change): Promise<Approvals> {
  for (let tries = 1; ; tries += 1) {
    const { approvals: others, mark } = await readServed();
    const all = withChange(others, left);
    const answer = await fetch(SERVER, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'if-match': mark },
      body: approvalsText(all),
    });
    if (answer.ok) return all;
    if (answer.status === 403) throw new Error(say(texts.withoutKey));
    if (answer.status !== 409 || tries === TRIES) throw new Error(`HTTP ${answer.status}`);
  }
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
