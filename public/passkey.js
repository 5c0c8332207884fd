// Makes and shows passkeys for staff. The only script of this site; a page that needs it allows it by its hash.

const say = (form, what) => {
  for (const words of form.querySelectorAll('[data-says]')) words.hidden = words.dataset.says !== what
}

const bytesOf = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0))

const signs = { '+': '-', '/': '_', '=': '' }
const textOf = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/[+/=]/g, (sign) => signs[sign])

// Browsers from before 2025 read and write these by hand only.
function readOptions(act, options) {
  const read = act === 'create' ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON'
  if (PublicKeyCredential[read]) return PublicKeyCredential[read](options)
  const withBytes = (keys = []) => keys.map((key) => ({ ...key, id: bytesOf(key.id) }))
  return {
    ...options,
    challenge: bytesOf(options.challenge),
    user: options.user && { ...options.user, id: bytesOf(options.user.id) },
    excludeCredentials: withBytes(options.excludeCredentials),
    allowCredentials: withBytes(options.allowCredentials),
  }
}

function writeAnswer(passkey) {
  if (passkey.toJSON) return passkey.toJSON()
  const { id, type } = passkey
  const response = {}
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature'])
    if (passkey.response[part]) response[part] = textOf(passkey.response[part])
  return { id, rawId: id, type, response, clientExtensionResults: passkey.getClientExtensionResults() }
}

for (const form of document.querySelectorAll('[data-passkey]')) {
  const act = form.dataset.passkey
  let isAsking = false
  if (!window.PublicKeyCredential) say(form, 'unsupported')

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (isAsking || !window.PublicKeyCredential) return
    isAsking = true
    say(form, 'asking')
    try {
      const publicKey = readOptions(act, JSON.parse(form.dataset.options))
      form.elements.answer.value = JSON.stringify(writeAnswer(await navigator.credentials[act]({ publicKey })))
      form.submit()
    } catch (error) {
      say(form, error.name === 'InvalidStateError' ? 'known' : 'stopped')
    }
    isAsking = false
  })
}
