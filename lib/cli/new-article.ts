import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { topics } from '#lib/articles/schema.ts'
import { bannedIn } from '#lib/editorial/banned-word.ts'
import { newArticle, slugOf } from '#lib/editorial/new-article.ts'
import { calendarDay } from './terminal.ts'

const HELP = `Makes the file of a new article, with every field and heading in place, and never touches one that is there.

  npm run new:article                                          asks for the title and the topic
  npm run new:article -- --title "Is it safe?" --topic safety  asks nothing
  npm run new:article -- --help                                show this text

Topics: ${topics.join(', ')}.
Then write until npm run check:content finds nothing. content/README.md says how.
Exit code: 0 when the file is made, 1 when it is not.
`

const { values } = parseArgs({
  options: { title: { type: 'string' }, topic: { type: 'string' }, help: { type: 'boolean' } },
})

if (values.help) console.log(HELP)
else {
  const made = await makeArticle()
  if (made.kind === 'refused') {
    console.error(made.reason)
    process.exitCode = 1
  } else {
    console.log(`Made ${made.path}. Write it until "npm run check:content" finds nothing.`)
  }
}

type Made = { kind: 'made'; path: string } | { kind: 'refused'; reason: string }

async function makeArticle(): Promise<Made> {
  const { title, topic } = await askFor(values.title, values.topic)
  const slug = slugOf(title)
  if (!slug) return refuse('Give a title, as a reader would ask it: "Is ketamine addictive?"')

  const [banned] = bannedIn(title)
  if (banned) return refuse(`This title cannot be used: ${banned}`)
  const known = topics.find((each) => each === topic)
  if (!known) return refuse(`There is no topic "${topic}". Choose one of: ${topics.join(', ')}.`)

  const path = `content/en/articles/${slug}.mdx`
  const today = calendarDay(new Date())
  const isMade = writeUnlessThere(join(process.cwd(), path), newArticle({ title, topic: known, today }))
  return isMade ? { kind: 'made', path } : refuse(`${path} is there already. Choose another title, or edit that file.`)
}

function writeUnlessThere(path: string, text: string): boolean {
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function refuse(reason: string): Made {
  return { kind: 'refused', reason }
}

/** Asks only for what was not given; lines piped in answer as well as a keyboard. */
async function askFor(title: string | undefined, topic: string | undefined) {
  if (title !== undefined && topic !== undefined) return { title: title.trim(), topic: topic.trim() }

  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const lines = terminal[Symbol.asyncIterator]()
  const ask = async (question: string) => {
    process.stdout.write(question)
    const { value } = await lines.next()
    return String(value ?? '').trim()
  }
  const answers = {
    title: title?.trim() ?? (await ask('The title, as a reader would ask it: ')),
    topic: topic?.trim() ?? (await ask(`The topic (${topics.join(', ')}): `)),
  }
  terminal.close()
  return answers
}
