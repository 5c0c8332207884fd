import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export const ARTICLES = 'content/en/articles'
const PREFIX = 'bench-'

/** Plain words that may stand for each other anywhere, so that a swapped page passes every rule its original did. */
const pairs = [
  ['small', 'short'],
  ['strong', 'clear'],
  ['doctor', 'nurse'],
  ['often', 'at times'],
  ['harm', 'hurt'],
  ['home', 'house'],
  ['think', 'say'],
  ['later', 'afterward'],
  ['place', 'spot'],
  ['start', 'begin'],
] as const

/** Leaves exactly this many articles in the project: the real ones, and then those with words swapped. */
export async function writeArticles(project: string, size: number): Promise<void> {
  const folder = join(project, ARTICLES)
  const names = await readdir(folder)
  for (const name of names.filter((name) => name.startsWith(PREFIX))) await rm(join(folder, name))

  const real = names.filter((name) => !name.startsWith(PREFIX) && name.endsWith('.mdx')).sort()
  const originals = await Promise.all(real.map((name) => readFile(join(folder, name), 'utf8')))
  for (let number = real.length; number < size; number += 1) {
    const original = originals[number % originals.length] ?? ''
    await writeFile(join(folder, `${PREFIX}${number}.mdx`), swapWords(original, number))
  }
}

/** The swaps are the binary digits of the number, so the first thousand copies of an article all differ. */
function swapWords(text: string, number: number): string {
  const [, fields = '', body = ''] = text.split(/^---$/m)
  const swapped = pairs.reduce((words, [one, other], bit) => {
    if (!(number & (1 << bit))) return words
    return words.replace(new RegExp(`(?<=[a-z] )${one}(?= [a-z])`, 'g'), other)
  }, body)
  const numbered = fields.replace(/^title: "?(.*?)"?$/m, (_line, title) => `title: "Number ${number}. ${title}"`)
  return `---${numbered}---${swapped}`
}

/** Changes one word, as an editor would. */
export async function editOneArticle(project: string): Promise<void> {
  const folder = join(project, ARTICLES)
  const [name = ''] = (await readdir(folder)).sort()
  const text = await readFile(join(folder, name), 'utf8')
  await writeFile(join(folder, name), text.replace(/\b(we)\b(?! edited)/, '$1 also'))
}
