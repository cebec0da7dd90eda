/** Makes the thing when it is first asked for, and ends it when all is done if it was made at all. */
export function once(make) {
  let made;
  return {
    get: () => (made ??= make()),
    async stop() {
      const thing = await made?.catch(() => undefined);
      await thing?.stop?.();
    },
  };
}
