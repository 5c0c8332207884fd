import { defineDocumentType, type FieldDefs, makeSource } from 'contentlayer2/source-files'
import remarkGfm from 'remark-gfm'
import { z } from 'zod'
import { nameHeadings } from '#lib/articles/heading.ts'
import { articleSchema, pageSchema } from '#lib/articles/schema.ts'
import { clinicSchema } from '#lib/clinic.ts'
import { sourceSchema, studySchema } from '#lib/evidence/schema.ts'

/** An answer to one question a reader asks, with its sources. Fields: lib/articles/schema.ts */
const Article = defineDocumentType(() => ({
  name: 'Article',
  filePathPattern: '*/articles/*.mdx',
  contentType: 'mdx',
  fields: fieldsOf(articleSchema),
}))

/** A standing page, like "About the clinic". Fields: lib/articles/schema.ts */
const Page = defineDocumentType(() => ({
  name: 'Page',
  filePathPattern: '*/pages/*.mdx',
  contentType: 'mdx',
  fields: fieldsOf(pageSchema),
}))

/** One study as it was read; the only place a trial number is written. Fields: lib/evidence/schema.ts */
const Study = defineDocumentType(() => ({
  name: 'Study',
  filePathPattern: 'evidence/*.yaml',
  contentType: 'data',
  fields: fieldsOf(studySchema),
}))

/** A label, law, agency page or help line: whatever is cited and is not a study. Fields: lib/evidence/schema.ts */
const Source = defineDocumentType(() => ({
  name: 'Source',
  filePathPattern: 'sources/*.yaml',
  contentType: 'data',
  fields: fieldsOf(sourceSchema),
}))

/** The clinic's own facts, each with who confirmed it. Fields: lib/clinic.ts */
const Clinic = defineDocumentType(() => ({
  name: 'Clinic',
  filePathPattern: 'clinic.yaml',
  isSingleton: true,
  contentType: 'data',
  fields: fieldsOf(clinicSchema),
}))

/** The fields and their sentences come from the schema that also judges them, so the two cannot differ. */
function fieldsOf(schema: z.ZodObject): FieldDefs {
  return Object.fromEntries(
    Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => {
      const isRequired = !field.safeParse(undefined).success && !field.safeParse(null).success
      return [name, { ...kindOf(field), required: isRequired, description: field.description ?? '' }]
    }),
  )
}

function kindOf(field: z.ZodType) {
  if (field instanceof z.ZodNullable || field instanceof z.ZodOptional) return kindOf(field.unwrap() as z.ZodType)
  if (field instanceof z.ZodEnum) return { type: 'enum', options: field.options.map(String) } as const
  if (field instanceof z.ZodNumber) return { type: 'number' } as const
  if (field instanceof z.ZodBoolean) return { type: 'boolean' } as const
  if (field instanceof z.ZodArray && isText(field.element)) return { type: 'list', of: { type: 'string' } } as const
  return isText(field) ? ({ type: 'string' } as const) : ({ type: 'json' } as const)
}

/** A day stays text: Contentlayer's own date type would add a time and a zone nobody wrote. */
const isText = (field: unknown) => field instanceof z.ZodString || field instanceof z.ZodISODate

export default makeSource({
  contentDirPath: 'content',
  documentTypes: [Article, Page, Study, Source, Clinic],
  onMissingOrIncompatibleData: 'fail',
  onExtraFieldData: 'fail',
  onUnknownDocuments: 'skip-ignore',
  disableImportAliasWarning: true,
  mdx: { remarkPlugins: [remarkGfm, nameHeadings] },
})
