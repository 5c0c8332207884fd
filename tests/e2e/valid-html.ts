import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // React writes names, void elements and booleans its own, valid way.
    'attr-case': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // Telephone numbers are kept on one line by the stylesheet, so that they can still be copied as they are.
    'tel-non-breaking': 'off',
    // Boxes of one question share its name; that is how a form sends several answers to it.
    // The tables of the inbox say what they are, because their look on a phone takes it away.
    'no-redundant-role': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
  },
})

/** What is wrong with a page as HTML, in words. */
export async function findComplaints(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  const complaints = results.flatMap(({ messages }) => messages)
  return complaints.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`)
}
