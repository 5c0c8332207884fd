/** The site's colors. Mail programs drop variables and stylesheets, so an e-mail carries the values. */
export const palette = {
  paper: '#fbfaf7',
  card: '#ffffff',
  line: '#d9d8d0',
  ink: '#1b2a2f',
  softInk: '#46585e',
  link: '#0b5a8a',
  warning: '#b3261e',
  safe: '#0f5e63',
}
