import { h } from '../dom';

/** A frame around a place of a picture; the box in the picture's own pixels. */
export function mark(
  box: readonly number[],
  width: number,
  height: number,
  number: string,
  title: string,
  lit: boolean,
  kind = 'spot',
): HTMLElement {
  const [x = 0, y = 0, wide = 0, high = 0] = box;
  const style = {
    left: `${(x / width) * 100}%`,
    top: `${(y / height) * 100}%`,
    width: `${(wide / width) * 100}%`,
    height: `${(high / height) * 100}%`,
  };
  return h(
    'div',
    { className: `mark ${kind}${lit ? ' lit' : ''}`, title, style },
    number !== '' && h('span', { className: 'number' }, number),
  );
}
