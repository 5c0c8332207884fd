import { execFile } from 'node:child_process'
import { expect, test, vi } from 'vitest'
import { stringify } from 'yaml'
import { projectWith } from '#tests/support/content-project.ts'
import { articleFields, clinicFields, mdxOf } from '#tests/support/manuscript.ts'

vi.setConfig({ testTimeout: 60_000 })

const { title, description, mainMessage, updatedOn, reviewedBy, reviewedOn } = articleFields
const page = (body: string) => mdxOf({ title, description, mainMessage, updatedOn, reviewedBy, reviewedOn }, body)

function runIn(
  folder: string,
  script: string,
  ...words: string[]
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...words], { cwd: folder }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })
}

const contentOf = (body: string) => ({
  'content/clinic.yaml': stringify(clinicFields),
  'content/en/pages/safety.mdx': page(body),
})

test('the build goes on when every page keeps the rules', async () => {
  const project = projectWith(contentOf('Stay safe. You can ask.'))
  expect(await runIn(project, 'lib/cli/content.ts')).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringContaining('1 page'),
  })
})

test('the build stops at a page that breaks a rule, and says where and why', async () => {
  const project = projectWith(contentOf('It is a miracle.'))
  const { code, err } = await runIn(project, 'lib/cli/content.ts')
  expect(code).toBe(1)
  expect(err).toMatch(/^content\/en\/pages\/safety\.mdx:\d+ {2}"It is a miracle\." {2}"miracle" may not be used here\./)
})

test('a check that finds nothing ends well, and counts what it read', async () => {
  const project = projectWith(contentOf('Stay safe. You can ask.'))
  const { code, out } = await runIn(project, 'lib/cli/check-content.ts', '--report')
  expect(code).toBe(0)
  expect(out).toContain('en/pages/safety')
  expect(out).toContain('Content: 0 articles, 1 page, 0 studies, 0 sources. Problems: 0. Warnings: 0.')
})

test('a check that finds a problem fails', async () => {
  const project = projectWith(contentOf('It is a miracle.'))
  expect(await runIn(project, 'lib/cli/check-content.ts')).toMatchObject({
    code: 1,
    out: expect.stringContaining('Problems: 1.'),
  })
})
