import type { ReactNode } from 'react'
import { staff } from '#content/en/staff.ts'
import { SignOut } from './sign-out.tsx'

type Reader = { name: string; isManager: boolean }
type Props = {
  clinicName: string
  /** The page's own address, so that the menu can mark it. */
  path: string
  /** Who is signed in. Without anybody, there is a name and no menu. */
  reader?: Reader | undefined
  /** Only their own keys open for this reader yet. */
  isUnprepared?: boolean
  /** How many inquiries a view holds, by its path. */
  counts?: Record<string, string>
  children: ReactNode
}

const words = staff.frame

/** What every page of the inbox shares. Every link stays in view: no menu to open, so no script. */
export function InboxFrame({ clinicName, path, reader, isUnprepared = false, counts = {}, children }: Props) {
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="border-b border-line bg-card print:hidden">
        <div className="mx-auto flex max-w-page flex-wrap items-baseline gap-x-8 gap-y-1 px-4 py-3 sm:px-6">
          <p>
            <span className="font-heading text-h3 font-semibold leading-tight">{words.name}</span>{' '}
            <span className="text-sm text-ink-2">{clinicName}</span>
          </p>
          {reader && !isUnprepared && (
            <>
              <Menu label={words.viewsLabel} links={words.views} path={path} counts={counts} />
              {reader.isManager && <Menu label={words.managersLabel} links={words.managers} path={path} />}
            </>
          )}
        </div>
      </header>
      <main id="main" className="mx-auto max-w-page px-4 py-8 sm:px-6">
        {children}
      </main>
      {reader && (
        <footer className="border-t border-line bg-sand text-sm print:hidden">
          <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-8 gap-y-2 px-4 py-4 sm:px-6">
            <p className="font-bold">{reader.name}</p>
            <Menu label={words.ownLabel} links={isUnprepared ? words.own.slice(0, 1) : words.own} path={path} />
            <SignOut label={words.signOut} />
          </div>
        </footer>
      )}
    </>
  )
}

type Link = { path: string; label: string }

function Menu({
  label,
  links,
  path,
  counts = {},
}: {
  label: string
  links: Link[]
  path: string
  counts?: Record<string, string>
}) {
  return (
    <nav aria-label={label}>
      <ul className="menu flex flex-wrap gap-x-5 text-sm">
        {links.map((link) => (
          <li key={link.path}>
            <a href={link.path} aria-current={path === link.path ? 'page' : undefined}>
              {link.label}
              {counts[link.path] !== undefined && ` (${counts[link.path]})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
