declare global {
  interface Window {
    /** The page itself keeps what is pressed before any code of the portal's runs; from here on React hears every press. */
    stopKeepingEarlyPress: () => void;
    earlyPress?: HTMLElement | null;
    /** Said by the page itself, before any code of the portal's. */
    isTooOld: boolean;
  }
}

/** Does what the person wanted who pressed a button or a link of the page before it was taken up. */
export function repeatEarlyPress(): void {
  window.stopKeepingEarlyPress();
  if (window.earlyPress?.isConnected === true) window.earlyPress.click();
}
