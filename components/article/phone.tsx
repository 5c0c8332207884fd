/** A number to tap; ten digits and more get the country code, short codes like 988 must not. */
export function Phone({ number }: { number: string }) {
  const digits = number.replace(/\D/g, '')
  const dialled = digits.length < 10 ? digits : `+${digits.length === 10 ? `1${digits}` : digits}`

  return (
    <a href={`tel:${dialled}`} className="inline-block font-bold text-inherit">
      {number}
    </a>
  )
}
