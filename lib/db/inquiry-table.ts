/** The tables that hold something of an inquiry, or name one. */
export const inquiryTables = [
  'inquiry',
  'delivery',
  'blind_index',
  'inquiry_event',
  'viewing',
  'webhook_event',
] as const
