import { pictureOf } from '../../src/report/pictures';
import type { SceneView } from '../../src/report/data';
import type { Language } from '../../src/words';
import { data, get, picture, say } from '../state';
import { texts } from '../texts';
import { Mark } from './mark';
import { Overlay } from './overlay';
import { Frame, scaleFor, Stacked, type Sheet } from './sheets';

/** The pictures of a scene, compared as the person likes. */
export function Viewer({ scene }: { scene: SceneView }) {
  const { view, pair, language } = get();
  const hasOutlines = view === 'parts';
  const ours = ourSheet(scene, language, hasOutlines);
  if (!ours) return <p className="viewer">{failure(scene, language)}</p>;
  if (pair === 'approved') return <Approved scene={scene} ours={ours} />;
  const isOfLanguages = pair === 'languages';
  const other = isOfLanguages ? ourSheet(scene, language === 'de' ? 'en' : 'de', hasOutlines) : articleSheet(scene, hasOutlines);
  if (!other) return <Alone words={isOfLanguages ? say(texts.notTaken) : whyNoPicture(scene)} ours={ours} />;
  if (view === 'side' || view === 'parts') return <Beside left={other} right={ours} />;
  return (
    <div className="viewer">
      <Stacked below={other} above={ours} />
    </div>
  );
}

const Alone = ({ words, ours }: { words: string; ours: Sheet }) => (
  <div className="viewer">
    <p className="quiet">{words}</p>
    <Frame sheet={ours} zoom={scaleFor(ours)} />
  </div>
);

function Beside({ left, right }: { left: Sheet; right: Sheet }) {
  const zoom = scaleFor(left, right);
  return (
    <div className="viewer side">
      <Frame sheet={left} zoom={zoom} />
      <Frame sheet={right} zoom={zoom} />
    </div>
  );
}

function Approved({ scene: { takes }, ours }: { scene: SceneView; ours: Sheet }) {
  const difference = takes[get().language]?.difference;
  if (!difference) return <Alone words={say(texts.noDifference)} ours={ours} />;
  const caption = say(texts.differs, { percent: (difference.ratio * 100).toFixed(2) });
  const before = { ...ours, caption, source: picture(difference.picture), ours: false };
  return <Beside left={before} right={ours} />;
}

function whyNoPicture({ id }: SceneView): string {
  const { articles, scenes } = data();
  const found = pictureOf(id, articles);
  if (!found) return say(texts.noArticle);
  if (found.at === 'nowhere') return say(texts.noPicture);
  if (found.at === 'lacking') return say(texts.lacking, { file: found.file });
  if (found.at === 'unbound') return say(texts.pictureUnbound, { image: found.image });
  const other = scenes.find((scene) => scene.id === found.scene);
  return say(texts.pictureElsewhere, { scene: other ? say(other.title) : found.scene });
}

function failure(scene: SceneView, language: Language): string {
  const trouble = scene.takes[language]?.failure;
  return trouble ? `${trouble.action}: ${trouble.reason}` : say(texts.notTaken);
}

function ourSheet(scene: SceneView, language: Language, outlines: boolean): Sheet | undefined {
  const { theme } = get();
  const take = scene.takes[language];
  const hash = take?.pictures[theme] ?? take?.pictures.light;
  if (!take || hash === undefined) return undefined;
  return {
    caption: `${say(texts.ours)} · ${say(texts.languages[language])}`,
    source: picture(hash),
    width: take.width,
    height: take.height,
    marks: <Overlay {...{ scene, take, language, outlines }} />,
    ours: true,
  };
}

function articleSheet({ articlePicture, takes }: SceneView, outlines: boolean): Sheet | undefined {
  if (!articlePicture) return undefined;
  const { hash, edges, width, height } = articlePicture;
  const { language, spots, lit } = get();
  const marks = (spots ? (takes[language]?.hotspots ?? []) : []).map(
    ({ number, label, theirs }) =>
      theirs && <Mark key={number} box={theirs} {...{ width, height, number }} title={label} lit={lit === `spot-${number}`} />,
  );
  return { caption: say(texts.article), source: picture(outlines ? edges : hash), width, height, marks, ours: false };
}
