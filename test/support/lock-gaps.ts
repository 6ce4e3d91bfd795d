import * as z from 'zod/mini';

const names = z.optional(z.record(z.string(), z.string()));
const lockFile = z.object({
  packages: z.record(z.string(), z.object({ dependencies: names, devDependencies: names, optionalDependencies: names })),
});

/** Packages that some package of a lock file needs, on any system, and that the lock file does not describe. Sorted. */
export function findLockGaps(lock: unknown): string[] {
  const { packages } = z.parse(lockFile, lock);
  const described = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const needed = Object.values(packages).flatMap(({ dependencies, devDependencies, optionalDependencies }) => {
    return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  });
  return [...new Set(needed)].filter((name) => !described.has(name)).toSorted();
}
