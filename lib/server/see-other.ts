/** Answers a POST by sending the browser on with GET, so a reload never posts twice. */
export function seeOther(location: string, cookie?: string): Response {
  return new Response(null, { status: 303, headers: { location, ...(cookie && { 'set-cookie': cookie }) } })
}
