import './form.css'
import type { ReactNode } from 'react'

export default function ContactLayout({ children }: { children: ReactNode }) {
  return children
}
