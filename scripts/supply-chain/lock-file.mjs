/** The packages that a part of the project asks for by a version which is not the one that would be installed. */
function unmet(packages) {
  const parts = Object.entries(packages).filter(([path]) => !path.includes('node_modules/'));
  return parts.flatMap(([part, { dependencies = {}, devDependencies = {} }]) =>
    Object.entries({ ...dependencies, ...devDependencies }).flatMap(([name, version]) => {
      const found = packages[`${part}/node_modules/${name}`] ?? packages[`node_modules/${name}`];
      if (found?.link || found?.version === version) return [];
      return [`${part || 'the project'} asks for ${name} ${version}, and would get ${found?.version ?? 'none'}`];
    }),
  );
}

/** What is wrong with a lock file: packages that are asked for and not in it, without a hash of what they hold, or with an address of those who once served them. */
export function problemsOfLock({ packages }) {
  const installed = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
  const faults = installed.flatMap(([path, { integrity, resolved }]) => [
    ...(/^sha(?:384|512)-[\w+/]+={0,2}$/.test(integrity ?? '') ? [] : [`${path} has no integrity`]),
    ...(resolved === undefined ? [] : [`${path} names where it was fetched from: ${resolved}`]),
  ]);
  return [...faults, ...unmet(packages)];
}
