import type { SceneView } from '../../src/report/data';
import { addComment, removeComment } from '../decide';
import { get, say, set, takeNow } from '../state';
import { texts } from '../texts';
import { Field } from './field';

export function Comments({ scene: { id } }: { scene: SceneView }) {
  const { language, comment, approvals } = get();
  const own = approvals.comments.filter((known) => known.scene === id && known.language === language);
  return (
    <section>
      <h3>{say(texts.comments)}</h3>
      <ul>
        {own.map(({ id, who, text, region }) => (
          <li key={id} className="comment">
            <button type="button" className="link" onClick={() => set({ region })}>{`${who}: ${text}`}</button>
            <button type="button" aria-label={`${say(texts.remove)}: ${text}`} onClick={() => removeComment(id)}>
              ×
            </button>
          </li>
        ))}
      </ul>
      <Field label={say(texts.comment)}>
        <textarea id="comment" rows={2} value={comment} onChange={({ target }) => set({ comment: target.value })} />
      </Field>
      <Field label={say(texts.pinTo)}>
        <Pin />
      </Field>
      <p className="quiet">{say(texts.pinHint)}</p>
      <button type="button" onClick={addComment}>
        {say(texts.add)}
      </button>
    </section>
  );
}

/** The part of the screen that the comment is about; what was drawn instead is named by the first row. */
function Pin() {
  const { region } = get();
  const { parts = [], width = 1, height = 1 } = takeNow() ?? {};
  const named = parts.filter(({ name, role }) => name !== '' && role !== 'region').slice(0, 80);
  const regionOf = ([x = 0, y = 0, wide = 0, high = 0]: readonly number[]) => ({
    x: x / width,
    y: y / height,
    width: wide / width,
    height: high / height,
  });
  const isRegion = (box: readonly number[]) => JSON.stringify(regionOf(box)) === JSON.stringify(region);
  const pin = (index: number) => set({ region: named[index] && regionOf(named[index].box) });
  return (
    <select value={named.findIndex(({ box }) => isRegion(box))} onChange={({ target }) => pin(Number(target.value))}>
      <option value={-1}>{say(region ? texts.pinDrawn : texts.pinWhole)}</option>
      {named.map(({ role, name }, index) => (
        <option key={index} value={index}>
          {`${role} ${name}`.slice(0, 60)}
        </option>
      ))}
    </select>
  );
}
