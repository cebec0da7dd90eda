import type { SceneView } from '../../src/report/data';
import { stateOf } from '../decide';
import { data, get, say, sceneNow, toScene } from '../state';
import { texts } from '../texts';
import { Counts, StateBadge } from './badges';
import { Bar } from './bar';
import { intoSight } from './mark';
import { Sentences } from './sentences';
import { Side } from './side';
import { Viewer } from './viewer';

/** One scene: what the article says, its picture, ours, and what is to be said about them. */
export function Figure() {
  const scene = sceneNow();
  return (
    <div className="figure">
      <List />
      {scene ? <Stage scene={scene} /> : <main />}
      {scene && <Side scene={scene} />}
    </div>
  );
}

const Stage = ({ scene }: { scene: SceneView }) => (
  <main>
    <h2>
      {say(scene.title)} <StateBadge state={stateOf(scene, get().language)} />
    </h2>
    <Sentences key={scene.id} scene={scene} />
    <Bar scene={scene} />
    <Viewer scene={scene} />
  </main>
);

function List() {
  const { scenes } = data();
  const journeys = new Map(scenes.map(({ journey, journeyTitle }) => [journey, journeyTitle]));
  return (
    <nav className="list" aria-label={say(texts.scenes)}>
      {[...journeys].flatMap(([journey, title]) => [
        <h2 key={`${journey} title`}>{say(title)}</h2>,
        <ol key={journey}>
          {scenes
            .filter((candidate) => candidate.journey === journey)
            .map((candidate) => (
              <li key={candidate.id}>
                <Candidate scene={candidate} />
              </li>
            ))}
        </ol>,
      ])}
    </nav>
  );
}

function Candidate({ scene }: { scene: SceneView }) {
  const { scene: now, language } = get();
  const state = stateOf(scene, language);
  const isNow = scene.id === now;
  return (
    <button ref={isNow ? intoSight : null} type="button" aria-current={isNow ? 'true' : undefined} onClick={() => toScene(scene.id)}>
      <span className="name">{say(scene.title)}</span>
      <span className={`dot ${state}`} title={say(texts.states[state])} />
      <Counts scene={scene.id} language={language} />
    </button>
  );
}
