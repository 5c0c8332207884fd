import { relative } from 'node:path'
import { type Env, notConfigured } from '#lib/env.ts'

/** What a person needs to know who has just started the server: where it is, where things are kept, what is missing. */
export function startUpWords(
  settings: Env,
  { workingFolder, missingFacts, notes = [] }: { workingFolder: string; missingFacts: string[]; notes?: string[] },
): string {
  const near = (path: string) => `./${relative(workingFolder, path)}`
  const { email, siteOrigin, databaseUrl, databasePath, keysDir } = settings
  const messages = databaseUrl ? withoutPassword(databaseUrl) : near(databasePath)
  const places = [
    ['Site', siteOrigin],
    ['Messages', `${messages} (sealed; read them with: npm run inquiries -- list)`],
    ['Keys', near(keysDir)],
    [
      'E-mail',
      email.kind === 'resend' ? 'sent through Resend' : `${near(email.mailbox)} (a local mailbox; nothing is sent)`,
    ],
  ]
  const missing = [
    ...notConfigured(settings),
    ...notes,
    ...(missingFacts.length > 0
      ? [`The clinic has not confirmed: ${missingFacts.join(', ')}. Fill in content/clinic.yaml.`]
      : []),
  ]

  return [
    '',
    ...places.map(([name, place]) => `  ${name?.padEnd(10)}${place}`),
    '',
    ...(missing.length > 0 ? ['  Not configured yet', ...missing.map((sentence) => `  · ${sentence}`), ''] : []),
    '  Stop with Ctrl-C.',
    '',
  ].join('\n')
}

function withoutPassword(databaseUrl: string): string {
  const { hostname, port, pathname } = new URL(databaseUrl)
  return `PostgreSQL ${pathname.slice(1)} at ${hostname}${port && `:${port}`}, as DATABASE_URL says`
}
