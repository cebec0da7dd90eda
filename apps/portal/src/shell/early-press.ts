declare global {
  interface Window {
    /** The page itself keeps what is pressed before any code of the portal's runs; from here on React hears every press. */
    stopKeepingEarlyPress: () => void;
    earlyPress?: HTMLElement | null;
    /** Said by the page itself, before any code of the portal's. */
    isTooOld: boolean;
  }
}

/** What is pressed now for what was pressed then: a row that was only drawn has given way to the row itself, with the same link. */
function standInFor(pressed: HTMLElement | null | undefined): HTMLElement | undefined {
  if (pressed?.isConnected === true) return pressed;
  const href = pressed?.getAttribute('href');
  return href == null ? undefined : [...document.querySelectorAll('a')].find((link) => link.getAttribute('href') === href);
}

/** Does what the person wanted who pressed a button or a link of the page before it was taken up. */
export function repeatEarlyPress(): void {
  window.stopKeepingEarlyPress();
  standInFor(window.earlyPress)?.click();
}
