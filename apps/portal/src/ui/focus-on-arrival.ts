/** As a ref: what has just come takes the focus. */
export const focusOnArrival = (element: HTMLElement | null): void => element?.focus();
