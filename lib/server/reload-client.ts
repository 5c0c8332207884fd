import { RELOAD_PATH } from './reload-path.ts'

// Part of `npm run dev` only: Next reloads when code changes, but content is data to it.
new EventSource(RELOAD_PATH).addEventListener('message', () => location.reload())
