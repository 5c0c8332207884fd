import { Branch } from './branch.tsx'
import { ChoiceQuestion } from './choice-question.tsx'
import { FormSection } from './form-section.tsx'
import type { FormState } from './form-state.ts'
import { TextQuestion } from './text-question.tsx'
import { Trap } from './trap.tsx'

/** The whole form on one page. The server is its only judge, so the browser's own checks are off. */
export function ContactForm({ state, action }: { state: FormState; action: string }) {
  const { page, sections } = state.words

  return (
    <form method="post" action={action} noValidate className="contact-form mt-8 grid gap-8">
      <FormSection title={sections.about}>
        <ChoiceQuestion state={state} field="about" />
        <Branch when="someone">
          <p>{page.familyNote}</p>
        </Branch>
        <ChoiceQuestion state={state} field="topics" allowsMany isOptional />
      </FormSection>

      <FormSection title={sections.reach}>
        <TextQuestion
          state={state}
          field="name"
          type="text"
          autoComplete="name"
          spellCheck={false}
          className="max-w-100"
        />
        <ChoiceQuestion state={state} field="channel" />
        <Branch when="phone" note={page.ifPhone}>
          <TextQuestion state={state} field="phone" type="tel" autoComplete="tel" className="max-w-70" />
          <ChoiceQuestion state={state} field="voicemail" />
          <ChoiceQuestion state={state} field="otherAnswers" isOptional />
          <ChoiceQuestion state={state} field="times" allowsMany isOptional />
        </Branch>
        <Branch when="email" note={page.ifEmail}>
          <TextQuestion
            state={state}
            field="email"
            type="email"
            autoComplete="email"
            spellCheck={false}
            className="max-w-110"
          />
          <ChoiceQuestion state={state} field="receipt" allowsMany isOptional />
        </Branch>
        <ChoiceQuestion state={state} field="language" isOptional />
        <Branch when="other-language" note={page.ifOtherLanguage}>
          <TextQuestion state={state} field="otherLanguage" type="text" className="max-w-80" />
        </Branch>
      </FormSection>

      <FormSection title={sections.message}>
        <TextQuestion state={state} field="message" rows={6} isOptional />
        <Trap words={state.words} />
      </FormSection>

      <div>
        <p className="mb-3">{page.nextHint}</p>
        <button type="submit" className="button">
          {page.next}
        </button>
      </div>
    </form>
  )
}
