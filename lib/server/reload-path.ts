/** Where a page of `npm run dev` listens for changed content. */
export const RELOAD_PATH = '/__content'
