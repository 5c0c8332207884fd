import { TRAP_FIELD } from '#content/en/form.ts'
import type { Signal } from '#lib/abuse/signal.ts'

/** What was odd about a form: a person neither sees the trap nor fills it, and a browser always sends it, empty. */
export function formTraces(form: FormData): Signal[] {
  const values = form.getAll(TRAP_FIELD)
  if (values.some((value) => typeof value !== 'string' || value.trim() !== '')) return ['trap-filled']
  return values.length === 0 ? ['trap-missing'] : []
}
