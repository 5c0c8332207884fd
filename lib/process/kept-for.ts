/** Makes a thing at most once in so many milliseconds, however many ask; those who ask meanwhile share one making. */
export function keptFor<Thing>(
  ms: number,
  make: () => Promise<Thing>,
  steadyNow = () => performance.now(),
): () => Promise<Thing> {
  let kept: { made: Promise<Thing>; until: number } | undefined

  return () => {
    const now = steadyNow()
    if (!kept || now >= kept.until) kept = { made: make(), until: now + ms }
    return kept.made
  }
}
