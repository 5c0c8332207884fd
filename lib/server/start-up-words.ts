import { relative } from 'node:path'
import { type Env, notConfigured } from '#lib/env.ts'

/** What a person needs to know who has just started the server: where it is, where things are kept, what is missing. */
export function startUpWords(
  settings: Env,
  { workingFolder, missingFacts }: { workingFolder: string; missingFacts: string[] },
): string {
  const near = (path: string) => `./${relative(workingFolder, path)}`
  const { email, siteOrigin, databasePath, keysDir } = settings
  const places = [
    ['Site', siteOrigin],
    ['Messages', `${near(databasePath)} (sealed; read them with: npm run inquiries -- list)`],
    ['Keys', near(keysDir)],
    [
      'E-mail',
      email.kind === 'resend' ? 'sent through Resend' : `${near(email.mailbox)} (a local mailbox; nothing is sent)`,
    ],
  ]
  const missing = [
    ...notConfigured(settings),
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
