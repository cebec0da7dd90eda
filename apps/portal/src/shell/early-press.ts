declare global {
  interface Window {
    keepEarlyPress: (event: Event) => void;
    earlyPress?: HTMLButtonElement | null;
    /** Said by the page itself, before any code of the portal's. */
    isTooOld: boolean;
  }
}

/** From now on React hears every press. */
export const stopKeepingEarlyPress = (): void => document.removeEventListener('click', window.keepEarlyPress);

/** Does what the person wanted who pressed a button of the page before it was taken up; links lead on by themselves. */
export function repeatEarlyPress(): void {
  if (window.earlyPress?.isConnected === true) window.earlyPress.click();
}
