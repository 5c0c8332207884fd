// Makes and shows passkeys for staff: the only script of this site, allowed by its hash on the few pages that need it.
// A form says in data-options what the passkey must answer; the answer travels in its field "answer".

const say = (form, what) => {
  for (const words of form.querySelectorAll('[data-says]')) words.hidden = words.dataset.says !== what
}

const bytesOf = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0))

const textOf = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')

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
  const response = {}
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'])
    if (passkey.response[part]) response[part] = textOf(passkey.response[part])
  const { id, type } = passkey
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
