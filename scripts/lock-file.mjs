/** What is wrong with a lock file: packages without a hash of what they hold, and addresses of those who once served them. */
export function problemsOfLock({ packages }) {
  const installed = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
  return installed.flatMap(([path, { integrity, resolved }]) => [
    ...(/^sha(?:384|512)-[\w+/]+={0,2}$/.test(integrity ?? '') ? [] : [`${path} has no integrity`]),
    ...(resolved === undefined ? [] : [`${path} names where it was fetched from: ${resolved}`]),
  ]);
}
