/** Tells the paths that Next renders for each request; `[name]` in one stands for any single word. */
export function dynamicPathTest(paths: string[]): (path: string) => boolean {
  const exact = new Set(paths.filter((path) => !path.includes('[')))
  const patterns = paths
    .filter((path) => path.includes('['))
    .map((path) => new RegExp(`^${path.replace(/\[\w+\]/g, '[A-Za-z0-9_-]{1,64}')}$`))
  return (path) => exact.has(path) || patterns.some((pattern) => pattern.test(path))
}
