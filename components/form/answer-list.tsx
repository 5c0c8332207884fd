import type { FormWords } from '#content/en/form.ts'
import { answerRows } from './answer-rows.ts'
import type { ShownAnswers } from './form-state.ts'

type Props = { words: FormWords; answers: ShownAnswers; formPath?: string }

/** Every answer as typed. With `formPath`, each has a link back to its question. */
export function AnswerList({ words, answers, formPath }: Props) {
  return (
    <dl className="border-t border-line">
      {answerRows(words, answers).map(({ field, label, lines }) => (
        <div key={field} className="answer-row">
          <dt className="font-bold">{label}</dt>
          <dd className="whitespace-pre-line">
            {lines.length > 0 ? lines.join('\n') : <span className="text-ink-2">{words.check.notProvided}</span>}
          </dd>
          {formPath && (
            <dd>
              <a href={`${formPath}#${field}`} className="-my-2 inline-block py-2">
                {words.check.change}
                <span className="sr-only">: {label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
