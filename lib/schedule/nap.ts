/** Waits that all end at once, and for good, when it is time to stop. */
export function makeNap() {
  const waking = new Set<() => void>()
  let isOver = false

  return {
    isOver: () => isOver,
    async take(ms: number): Promise<void> {
      if (isOver) return
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          waking.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        waking.add(wake)
      })
    },
    end(): void {
      isOver = true
      for (const wake of [...waking]) wake()
    },
  }
}
