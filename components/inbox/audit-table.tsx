import { managerWords } from '#content/en/inbox-manager.ts'
import type { AuditLine } from '#lib/inbox/audit-page.ts'
import { whenText } from './time-text.ts'

const { columns, actors } = managerWords.audit

export function AuditTable({ lines, timeZone }: { lines: AuditLine[]; timeZone: string }) {
  return (
    <table className="inquiries">
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ seq, at, actor, action, subject, detail }) => (
          <tr key={seq}>
            <th scope="row">{seq}</th>
            <td data-label={columns.at}>{whenText(at, timeZone)}</td>
            <td data-label={columns.actor}>
              {Object.hasOwn(actors, actor) ? actors[actor as keyof typeof actors] : actor}
            </td>
            <td data-label={columns.action}>{action.replaceAll('-', ' ')}</td>
            <td data-label={columns.subject}>{subject.replace(/^inquiry\//, '')}</td>
            <td data-label={columns.detail}>{detail}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
