const CONTROL = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** What a stranger typed, safe to print: without the codes by which text can rewrite or recolour a terminal. */
export function printable(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(CONTROL, (character) => (character === '\n' ? character : '\u{fffd}'))
}

export function onOneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim()
}

/** A time in the zone of the machine that prints it, with the zone's name. */
export function timeText(at: number): string {
  return new Intl.DateTimeFormat('en-US', {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })
    .format(at)
    .replaceAll('\u202f', ' ')
}

/** The day as front matter writes it, in the time zone of the machine. */
export function calendarDay(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** Columns as wide as their widest cell, two spaces apart. */
export function tableText(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function labelled(label: string, text: string): string {
  return `${label.padEnd(12)}${text}`
}

export function indented(text: string): string {
  return text.replace(/^/gm, '  ')
}
