import { plainNumber } from '#lib/evidence/fact.ts'
import { isKnown } from '#lib/evidence/known-field.ts'
import type { Result, Study } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import type { Interval } from './interval-scale.ts'

type Props = { locale: Locale; study: Study; result: Result; interval: Interval }

export function ResultTable({ locale, study, result, interval }: Props) {
  const words = messagesFor(locale).figure
  const rows = [
    [words.rows.measure, result.measure],
    [words.rows.estimate, plainNumber(interval.estimate)],
    [words.rows.range, `${plainNumber(interval.low)} ${words.rows.to} ${plainNumber(interval.high)}`],
    [words.rows.unit, result.unit],
    [words.rows.participants, isKnown(study, 'participants') && study.participants],
    [words.rows.followUp, isKnown(study, 'followUp') && study.followUp],
  ].filter(([, value]) => value)

  return (
    <table className="mt-2 w-full">
      <caption className="sr-only">{words.tableCaption.replace('{study}', study.shortName)}</caption>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name as string} className="border-t border-line align-top">
            <th scope="row" className="w-[40%] py-2 pe-4 text-start">
              {name}
            </th>
            <td className="py-2">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
