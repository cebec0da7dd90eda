import { html } from '../pages/markup';
import type { Markup } from '../pages/markup';

/** Something that can be done about a person or a role, with what was just done about it. */
interface CommandRow {
  name: string;
  explanation: string;
  done: string | undefined;
  command: string;
  /** What the command is about. */
  at: string;
  label: string;
  /** The label where nothing stands around it. */
  fullLabel: string;
}

/** Once it was done, the row says so, and takes the focus there. */
export const commandRow = ({ name, explanation, done, command, at, label, fullLabel }: CommandRow): Markup =>
  html`<li class="machine">
    <div>
      <h3 class="name">${name}</h3>
      <p class="explanation">${explanation}</p>
      ${done === undefined ? '' : html`<p role="status" tabindex="-1" autofocus>${done}</p>`}
    </div>
    <div class="commands">
      <button class="plain" name="${command}" value="${at}" aria-label="${fullLabel}">${label}</button>
    </div>
  </li>`;
