interface MarkProps {
  /** In the picture's own pixels. */
  box: readonly number[];
  width: number;
  height: number;
  number?: number;
  title: string;
  lit: boolean;
  kind?: string;
}

/** A frame around a place of a picture. */
export function Mark({ box, width, height, number, title, lit, kind = 'spot' }: MarkProps) {
  const [x = 0, y = 0, wide = 0, high = 0] = box;
  const style = {
    left: `${(x / width) * 100}%`,
    top: `${(y / height) * 100}%`,
    width: `${(wide / width) * 100}%`,
    height: `${(high / height) * 100}%`,
  };
  return (
    <div ref={lit ? intoSight : null} className={`mark ${kind}${lit ? ' lit' : ''}`} title={title} style={style}>
      {number !== undefined && <span className="number">{number}</span>}
    </div>
  );
}

/** As the ref of what a person has gone to: brings it into sight, once. */
export const intoSight = (element: Element | null): void => element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
