import { expect, test } from 'vitest'
import { renderNotice } from '#lib/email/template/notice.ts'
import { runCode } from '#tests/support/process.ts'

const notice = {
  subject: 'Message KW-7F3K2: <b>read</b>',
  lines: ['First line.', 'Second & <i>last</i> line.'],
  link: { label: 'Open the inbox', url: 'https://inbox.clinic.example/staff' },
}

test('says the same in both forms', async () => {
  const { subject, html, text } = await renderNotice(notice)
  expect(subject).toBe(notice.subject)
  expect(text).toBe(`${notice.lines.join('\n')}\nOpen the inbox: https://inbox.clinic.example/staff\n`)
  expect(html).toContain('Second &amp; &lt;i&gt;last&lt;/i&gt; line.')
  expect(html).toContain('href="https://inbox.clinic.example/staff"')
  expect(html).not.toMatch(/<b>read|<img|<script/)
})

test('a notice without a link has none', async () => {
  const { html, text } = await renderNotice({ subject: 'S', lines: ['One.'] })
  expect(text).toBe('One.\n')
  expect(html).not.toContain('<a ')
})

test('a locked phone shows nothing but the subject', async () => {
  const { html } = await renderNotice(notice)
  const preview = /data-skip-in-text="true">([^<]*)/.exec(html)?.[1]
  expect(preview).toBe('Message KW-7F3K2: &lt;b&gt;read&lt;/b&gt;')
})

test('plain Node can write it, as the delivery loop and the commands do', async () => {
  const { stdout, stderr } = await runCode(`
    import { renderNotice } from '#lib/email/template/notice.ts'
    process.stdout.write((await renderNotice({ subject: 'S', lines: ['From Node.'] })).text)`)
  expect({ stdout, stderr }).toEqual({ stdout: 'From Node.\n', stderr: '' })
})
