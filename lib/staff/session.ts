export type StaffSession = {
  id: string
  staffId: string
  name: string
  role: 'staff' | 'manager'
  isSteppedUp: boolean
}
