import type { ComponentProps } from 'react';

export interface LinkProps extends Omit<ComponentProps<'a'>, 'className' | 'href'> {
  to: string;
}

type Click = Pick<MouseEvent, 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'>;

interface Followed {
  /** One of HTML or, in a picture, of SVG. */
  link: Element;
  address: URL;
}

/** The link within the portal that an event is about, and where it leads. */
export function linkOf({ target }: Event): Followed | null {
  const link = target instanceof Element ? target.closest('a[href]') : null;
  if (link === null) return null;
  const address = new URL(link.getAttribute('href') ?? '', window.location.href);
  return address.origin === window.location.origin ? { link, address } : null;
}

/** A click that opens nothing beside this page. */
export const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: Click): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
