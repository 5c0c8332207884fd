// Makes and shows passkeys for staff. The only script of this site; a page that needs it allows it by its hash.

const say = (form, what) => {
  for (const words of form.querySelectorAll('[data-says]')) words.hidden = words.dataset.says !== what
}

const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt())
const textOf = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))

// Browsers from before 2025 need these two done by hand.
function readOptions(options) {
  const { parseCreationOptionsFromJSON: read, parseRequestOptionsFromJSON: ask } = PublicKeyCredential
  if (read) return options.user ? read(options) : ask(options)
  const raw = (thing) => thing && { ...thing, id: bytesOf(thing.id) }
  return {
    ...options,
    challenge: bytesOf(options.challenge),
    user: raw(options.user),
    excludeCredentials: options.excludeCredentials?.map(raw),
    allowCredentials: options.allowCredentials?.map(raw),
  }
}

function writeAnswer(passkey) {
  if (passkey.toJSON) return passkey.toJSON()
  const { id, type } = passkey
  const response = {}
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature'])
    if (passkey.response[part]) response[part] = textOf(passkey.response[part])
  return { id, rawId: id, type, response }
}

for (const form of document.querySelectorAll('[data-passkey]')) {
  if (!window.PublicKeyCredential) say(form, 'unsupported')
  else
    form.onsubmit = async (event) => {
      event.preventDefault()
      if (form.ariaBusy) return
      form.ariaBusy = true
      say(form, 'asking')
      try {
        const publicKey = readOptions(JSON.parse(form.dataset.options))
        form.answer.value = JSON.stringify(
          writeAnswer(await navigator.credentials[form.dataset.passkey]({ publicKey })),
        )
        form.submit()
      } catch (error) {
        say(form, error.name === 'InvalidStateError' ? 'known' : 'stopped')
      }
      form.ariaBusy = null
    }
}
