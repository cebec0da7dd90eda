/** The newest heading of the page takes the focus: blades stand in the order in which they were opened. */
export const focusNewest = (): void =>
  [...document.querySelectorAll<HTMLElement>('main h2[tabindex], main h1')].findLast((heading) => heading.checkVisibility())?.focus();
