import type { Comment, Decision } from '../src/approvals/approvals';
import type { ApprovalState } from '../src/judge/judge-approval';
import type { SceneView } from '../src/report/data';
import type { Language } from '../src/words';
import { data, get, say, sceneNow, set, takeNow, type State } from './state';
import { keepDraft } from './storage';
import { texts } from './texts';

export const decisionOn = (scene: string, language: Language): Decision | undefined =>
  get().approvals.decisions.find((decision) => decision.scene === scene && decision.language === language);

/** The state of a screen with what was decided in this window. */
export function stateOf(scene: SceneView, language: Language): ApprovalState {
  const take = scene.takes[language];
  const decision = decisionOn(scene.id, language);
  if (!take || !decision) return 'new';
  const isOurs = decision.when > data().made && decision.structure === take.structure;
  return isOurs ? decision.verdict : take.state;
}

function change(approvals: State['approvals'], more: Partial<State>): void {
  set({ approvals, ...more });
  keepDraft();
}

const focus = (field: 'who' | 'why' | 'comment') => document.getElementById(field)?.focus();

/** Approves or rejects the screen that is shown; what is lacking is asked for at its field. */
export function decide(verdict: Decision['verdict']): void {
  const { who, why, language, approvals } = get();
  const [scene, take] = [sceneNow(), takeNow()];
  if (!scene || !take || take.failure) return;
  if (who.trim() === '') {
    set({ notice: say(texts.needWho) });
    return focus('who');
  }
  if (verdict === 'rejected' && why.trim() === '') {
    set({ notice: say(texts.needWhy) });
    return focus('why');
  }
  const reason = why.trim() || (scene.changed ?? texts.asArticle)[get().ui];
  const { pictures: images, structure, outline } = take;
  const decision: Decision = {
    scene: scene.id,
    language,
    verdict,
    who: who.trim(),
    when: new Date().toISOString(),
    reason,
    images,
    structure,
    environment: data().environment,
    outline,
  };
  const others = approvals.decisions.filter((known) => known.scene !== scene.id || known.language !== language);
  change({ ...approvals, decisions: [...others, decision] }, { why: '', notice: `${say(scene.title)}: ${say(texts.states[verdict])}` });
}

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

export function addComment(): void {
  const { who, comment, region, language, theme, approvals } = get();
  const [scene, take] = [sceneNow(), takeNow()];
  const image = take?.pictures[theme];
  if (!scene || image === undefined) return;
  if (who.trim() === '') {
    set({ notice: say(texts.needWho) });
    return focus('who');
  }
  if (comment.trim() === '') {
    set({ notice: say(texts.needText) });
    return focus('comment');
  }
  const made: Comment = {
    id: crypto.randomUUID?.() ?? `${Date.now()}`,
    scene: scene.id,
    language,
    theme,
    who: who.trim(),
    when: new Date().toISOString(),
    text: comment.trim(),
    region: region ?? WHOLE,
    image,
  };
  change({ ...approvals, comments: [...approvals.comments, made] }, { comment: '', region: undefined, notice: '' });
}

export function removeComment(id: string): void {
  const { approvals } = get();
  change({ ...approvals, comments: approvals.comments.filter((comment) => comment.id !== id) }, {});
}
