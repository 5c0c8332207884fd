import type { SealContext } from '#lib/seal/sealed-box.ts'

/** What a box is sealed under, so that it opens in its own row of its own table and nowhere else. */
export const inquiryContext = (id: string): SealContext => `inquiry/${id}/1`
export const deliveryContext = (id: string): SealContext => `delivery/${id}/1`
export const noteContext = (eventId: string): SealContext => `note/${eventId}/1`
