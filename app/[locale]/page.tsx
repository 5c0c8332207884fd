export const metadata = { title: 'Home', description: 'd' }
export default function HomePage() {
  return (
    <main>
      <h1 className="text-2xl font-bold">Hello</h1>
    </main>
  )
}
