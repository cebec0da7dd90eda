interface ChoiceProps<T extends string> {
  name: string;
  options: readonly { id: T; text: string }[];
  now: T;
  choose: (id: T) => void;
}

/** Several that exclude each other, as buttons. */
export function Choice<T extends string>({ name, options, now, choose }: ChoiceProps<T>) {
  return (
    <fieldset className="choice" aria-label={name}>
      {options.map(({ id, text }) => (
        <button key={id} type="button" aria-pressed={id === now} onClick={() => choose(id)}>
          {text}
        </button>
      ))}
    </fieldset>
  );
}
