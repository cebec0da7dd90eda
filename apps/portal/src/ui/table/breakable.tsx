import { Fragment, type ReactNode } from 'react';

/** Shorter names find room. */
const LONG = 12;
const WORD_BEGINS = /(?<=[a-z\d])(?=[A-Z])|(?<=_)/;

/** A long name or code of Azure’s goes on in the next line where a word of it begins, not with its last letter. */
export function breakable(content: ReactNode): ReactNode {
  if (typeof content !== 'string' || content.length < LONG) return content;
  const [first, ...others] = content.split(WORD_BEGINS);
  if (others.length === 0) return content;
  return (
    <>
      {first}
      {others.map((word, index) => (
        <Fragment key={index}>
          <wbr />
          {word}
        </Fragment>
      ))}
    </>
  );
}
