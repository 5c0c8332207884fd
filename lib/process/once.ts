const made = globalThis as unknown as Record<symbol, unknown>

/**
 * Makes a thing once per process, whoever asks first.
 *
 * Next bundles its own copy of every module, so a module-level variable would exist twice: once for the
 * pages, once for the delivery loop beside them. Two SQLite connections in one thread wait for each other.
 */
export function oncePerProcess<Thing>(name: string, make: () => Thing): Thing {
  const key = Symbol.for(`clinic.${name}`)
  made[key] ??= make()
  return made[key] as Thing
}
