type Cookie = { name: string; value: string; lifetimeSeconds?: number; sameSite?: 'Strict' | 'Lax'; isSecure: boolean }

// A browser takes a __Host- cookie only over https, only from this host, only for the whole site.
const fullName = (name: string, isSecure: boolean) => (isSecure ? `__Host-${name}` : name)

/** The Set-Cookie header for one of our cookies. Without a lifetime the browser forgets it when it closes. */
export function cookieText({ name, value, lifetimeSeconds, sameSite = 'Strict', isSecure }: Cookie): string {
  const lifetime = lifetimeSeconds === undefined ? '' : `; Max-Age=${lifetimeSeconds}`
  return `${fullName(name, isSecure)}=${value}; Path=/${lifetime}; HttpOnly; SameSite=${sameSite}${isSecure ? '; Secure' : ''}`
}

/** The value of one of our cookies in a Cookie header. */
export function cookieIn(header: string | null | undefined, name: string, isSecure: boolean): string | undefined {
  const prefix = `${fullName(name, isSecure)}=`
  const pair = (header ?? '')
    .split(';')
    .map((text) => text.trim())
    .find((text) => text.startsWith(prefix))
  return pair?.slice(prefix.length) || undefined
}
