const loopback = ['localhost', '127.0.0.1', '[::1]']

/** The Host headers this server answers: its public address, and every name of this machine if that is one of them. */
export function hostsOf(siteOrigin: string): string[] {
  const { host, hostname, port } = new URL(siteOrigin)
  if (!loopback.includes(hostname)) return [host]
  return loopback.map((name) => (port ? `${name}:${port}` : name))
}
