import type { Scene } from '../scene/scene';
import type { Language } from '../words';
import type { Shot, Take } from './shot';

/** What came home of all scenes. */
export class Takes {
  readonly #takes = new Map<string, Take>();

  set(scene: Scene, language: Language, take: Take): void {
    this.#takes.set(`${language} ${scene.id}`, take);
  }

  get(scene: Scene, language: Language): Take | undefined {
    return this.#takes.get(`${language} ${scene.id}`);
  }

  shot(scene: Scene, language: Language): Shot | undefined {
    const take = this.get(scene, language);
    return take?.ok ? take.shot : undefined;
  }
}
