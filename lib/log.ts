import { type DestinationStream, pino } from 'pino'
import { oncePerProcess } from '#lib/process/once.ts'

/** The only things a log line may hold: nothing a person wrote, and nothing that says who they are. */
type LogFields = {
  reference?: string
  delivery?: string
  task?: string
  state?: string
  failure?: string
  attempts?: number
  ms?: number
}

const allowed = [
  'reference',
  'delivery',
  'task',
  'state',
  'failure',
  'attempts',
  'ms',
] as const satisfies (keyof LogFields)[]

type Log = (event: string, fields?: LogFields) => void

export const logEvent: Log = (event, fields = {}) => {
  oncePerProcess('log', makeLogger).info(onlyAllowed(fields), event)
}

export function makeLogger(destination: DestinationStream = pino.destination(1)) {
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)
}

/** Types end at run time; a field that slipped through does not. */
export function onlyAllowed(fields: LogFields): LogFields {
  return Object.fromEntries(allowed.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]))
}
