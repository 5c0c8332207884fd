/** A rest that ends early when somebody calls; a call made while nobody rests is not lost. */
export function makeRest() {
  let isCalled = false
  let isOver = false
  let reconsider = () => {}

  async function rest(ms: number, isDisturbable: boolean) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      reconsider = () => {
        if (!isOver && !(isCalled && isDisturbable)) return
        clearTimeout(timer)
        resolve()
      }
      reconsider()
    })
    isCalled = false
  }

  return {
    take: (ms: number) => rest(ms, true),
    takeUndisturbed: (ms: number) => rest(ms, false),
    call() {
      isCalled = true
      reconsider()
    },
    end() {
      isOver = true
      reconsider()
    },
  }
}
