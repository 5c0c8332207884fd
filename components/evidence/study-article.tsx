import type { ReactNode } from 'react'
import { PageHeader } from '#components/article/page-header.tsx'
import { StudyReference } from '#components/article/study-reference.tsx'
import { directionOf } from '#lib/evidence/direction.ts'
import { doubtsOf } from '#lib/evidence/doubt.ts'
import { choicePath } from '#lib/evidence/filter.ts'
import { isKnown } from '#lib/evidence/known-field.ts'
import type { Study } from '#lib/evidence/library.ts'
import { substanceOf } from '#lib/evidence/substance.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'
import { CitedBy } from './cited-by.tsx'
import { StudyFacts } from './study-facts.tsx'
import { StudyResults } from './study-results.tsx'

/** One study on a page of its own: what is known of it, and what is not. */
export function StudyArticle({ locale, study }: { locale: Locale; study: Study }) {
  const { study: words, ...evidence } = messagesFor(locale).evidence
  const substance = substanceOf(study)
  const direction = directionOf(study)
  const doubts = doubtsOf(study)

  return (
    <article className="max-w-measure flex flex-col gap-12">
      <div className="flex flex-col gap-6">
        <PageHeader
          eyebrow={`${evidence.substances[substance]} · ${evidence.kinds[study.kind]}`}
          title={study.shortName}
          lead={
            direction
              ? words.inShort.replace('{direction}', evidence.directions[direction])
              : `${evidence.directions.none}.`
          }
        />
        <StudyFacts locale={locale} study={study} />
      </div>

      <Section id="results" title={words.results}>
        <StudyResults locale={locale} study={study} />
      </Section>
      <Section id="harms" title={words.harms}>
        <p>{isKnown(study, 'adverseEvents') ? `${study.adverseEvents}.` : words.harmsUnknown}</p>
      </Section>
      {study.limits.length > 0 && (
        <Section id="limits" title={words.limits}>
          <List items={study.limits.map(upperFirst)} />
        </Section>
      )}
      <Section id="money" title={words.money}>
        <p>
          <b>{words.funding}:</b> {isKnown(study, 'funding') ? `${study.funding}.` : words.fundingUnknown}
        </p>
        <p>
          <b>{words.conflicts}:</b> {isKnown(study, 'conflicts') ? `${study.conflicts}.` : words.conflictsUnknown}
        </p>
      </Section>
      {doubts.length > 0 && (
        <Section id="unknown" title={words.unknown}>
          <p>{words.unknownText}</p>
          <List items={doubts.map((doubt) => upperFirst(evidence.doubts[doubt]))} />
        </Section>
      )}
      <Section id="read" title={words.read}>
        <p className="max-w-measure text-sm">
          <StudyReference locale={locale} study={study} />
        </p>
      </Section>
      <Section id="cited-by" title={words.citedBy}>
        <CitedBy locale={locale} study={study} />
      </Section>
      <p className="print:hidden">
        <a href={pathFor(locale, choicePath({ substance }))}>{evidence.substances[substance]}</a> ·{' '}
        <a href={pathFor(locale, '/evidence')}>{words.back}</a>
      </p>
    </article>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="prose" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function List({ items }: { items: string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
