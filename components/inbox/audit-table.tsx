import { managerWords } from '#content/en/inbox-manager.ts'
import { whenText } from '#lib/hours/when-text.ts'
import type { AuditLine } from '#lib/inbox/audit-page.ts'
import { Cell, Row, Table } from './table.tsx'

const { columns, actors } = managerWords.audit

export function AuditTable({ lines, timeZone }: { lines: AuditLine[]; timeZone: string }) {
  return (
    <Table columns={Object.values(columns)}>
      {lines.map(({ seq, at, actor, action, subject, detail }) => (
        <Row key={seq} head={seq}>
          <Cell label={columns.at}>{whenText(at, timeZone)}</Cell>
          <Cell label={columns.actor}>
            {Object.hasOwn(actors, actor) ? actors[actor as keyof typeof actors] : actor}
          </Cell>
          <Cell label={columns.action}>{action.replaceAll('-', ' ')}</Cell>
          <Cell label={columns.subject}>{subject.replace(/^inquiry\//, '')}</Cell>
          <Cell label={columns.detail}>{detail}</Cell>
        </Row>
      ))}
    </Table>
  )
}
