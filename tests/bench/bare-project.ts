import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { linkPackages } from './project-copy.ts'

export const BARE_BUILD = 'build.ts'

/** What the two packages need at the least, as their own guides show it: no rules, no pictures, nothing compressed. */
const files: Record<string, string> = {
  'package.json': JSON.stringify({ private: true, type: 'module' }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      jsx: 'react-jsx',
      module: 'esnext',
      moduleResolution: 'bundler',
      strict: true,
      skipLibCheck: true,
      noEmit: true,
      paths: { 'contentlayer/generated': ['./.contentlayer/generated'] },
      plugins: [{ name: 'next' }],
    },
    include: ['**/*.ts', '**/*.tsx', '.next/types/**/*.ts'],
  }),
  'next.config.ts': `export default { typescript: { ignoreBuildErrors: true } }\n`,
  'contentlayer.config.ts': `
    import { defineDocumentType, makeSource } from 'contentlayer2/source-files'
    import remarkGfm from 'remark-gfm'
    const Article = defineDocumentType(() => ({
      name: 'Article',
      filePathPattern: '*.mdx',
      contentType: 'mdx',
      fields: { title: { type: 'string', required: true }, description: { type: 'string', required: true } },
      computedFields: { slug: { type: 'string', resolve: (article) => article._raw.flattenedPath } },
    }))
    export default makeSource({
      contentDirPath: 'articles',
      documentTypes: [Article],
      onExtraFieldData: 'ignore',
      disableImportAliasWarning: true,
      mdx: { remarkPlugins: [remarkGfm] },
    })`,
  'app/layout.tsx': `
    export default function Layout({ children }: { children: React.ReactNode }) {
      return <html lang="en"><body>{children}</body></html>
    }`,
  'app/articles/[slug]/page.tsx': `
    import { allArticles } from 'contentlayer/generated'
    import * as jsxRuntime from 'react/jsx-runtime'
    const Plain = ({ children }: { children?: React.ReactNode }) => <span>{children}</span>
    const names = ['CareCard', 'Certainty', 'Cite', 'Fact', 'PeoplePer100', 'Phone', 'ResultFigure', 'Steps', 'Term', 'Warning']
    const components = Object.fromEntries(names.map((name) => [name, Plain]))
    type Props = { params: Promise<{ slug: string }> }
    const find = async (params: Props['params']) => {
      const { slug } = await params
      return allArticles.find((article) => article.slug === slug)!
    }
    export const dynamicParams = false
    export const generateStaticParams = () => allArticles.map(({ slug }) => ({ slug }))
    export async function generateMetadata({ params }: Props) {
      const { title, description } = await find(params)
      return { title, description }
    }
    export default async function Page({ params }: Props) {
      const { title, body } = await find(params)
      const Body = new Function('_jsx_runtime', body.code)(jsxRuntime).default
      return <main><h1>{title}</h1><Body components={components} /></main>
    }`,
  [BARE_BUILD]: `
    import { spawnSync } from 'node:child_process'
    const run = (...words: string[]) => {
      const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' })
      if (status !== 0) process.exit(1)
    }
    run('node_modules/contentlayer2/bin/cli.cjs', 'build')
    console.log('Building the pages …')
    run('node_modules/next/dist/bin/next', 'build')`,
}

/** A site of the same articles made with Next and Contentlayer and nothing else, to measure ours against. */
export async function makeBareProject(articlesFolder: string): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'clinic-bench-bare-'))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(project, path)), { recursive: true })
    await writeFile(join(project, path), text)
  }
  await cp(articlesFolder, join(project, 'articles'), { recursive: true })
  await linkPackages(project)
  return project
}
