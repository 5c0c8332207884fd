/** PLACEHOLDER until the clinic's facts are merged: same signature. */
export function clinic(): { name: string; isOpen: boolean } {
  return { name: 'Ketamine & Wellness Clinic of South Florida', isOpen: false }
}
