/** Remembers a text, or with an empty one nothing. A storage that is full remembers nothing of it, and the page goes on. */
export function keepText(storage: Storage, key: string, text: string): void {
  try {
    if (text !== '') return storage.setItem(key, text);
  } catch {
    // What is older would be shown as if it were of now.
  }
  storage.removeItem(key);
}
