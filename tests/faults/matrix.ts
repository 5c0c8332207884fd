type Row = { fault: string; file: string; title: string }

/** Every row of the fault matrix, and the test that does it to the product; a row may have several. */
export const matrix: Record<string, Row[]> = {}
