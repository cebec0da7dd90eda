/** As a ref: what has just come takes the focus. */
export const focusOnArrival = (element: HTMLElement | null): void => element?.focus();

/** As a ref: what comes in place of what had the focus takes it; elsewhere on the page it stays where it is. */
export const focusInPlace = (element: HTMLElement | null): void => {
  if (document.activeElement === document.body) element?.focus();
};
