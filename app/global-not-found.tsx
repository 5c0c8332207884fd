import '#app/globals.css'
export const metadata = { title: 'Not found' }
export default function NotFound() {
  return (
    <html lang="en">
      <body className="p-4">
        <h1>Not found</h1>
      </body>
    </html>
  )
}
