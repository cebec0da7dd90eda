const LOOK_MS = 500;
/** A window with an answer closes itself before the answer has become a token. */
const MOST_LOOKS = 20;

/**
 * Rejects once a person has closed a window without answering in it. Browsers call a window closed that shows pages of another group (COOP), too:
 * as long as nobody is back at this page it is not taken for that.
 */
export function untilLeft(opened: Window | null, answer: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => {
    let looks = 0;
    const timer = setInterval(() => {
      looks = opened?.closed === true && document.hasFocus() ? looks + 1 : 0;
      if (looks === MOST_LOOKS) reject(new Error('The window was closed without an answer.'));
    }, LOOK_MS);
    const end = () => clearInterval(timer);
    void answer.then(end, end);
  });
}

/** Tells which window is opened while something begins. */
export function windowOf<Begun>(begin: () => Begun): { begun: Begun; opened: Window | null } {
  const open = window.open.bind(window);
  let opened: Window | null = null;
  window.open = (...how) => {
    opened = open(...how);
    return opened;
  };
  try {
    return { begun: begin(), opened };
  } finally {
    window.open = open;
  }
}
