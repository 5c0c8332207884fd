import { redirect } from 'next/navigation'
import { Answers } from '#components/inbox/answers.tsx'
import { AttemptForm } from '#components/inbox/attempt-form.tsx'
import { ClockText } from '#components/inbox/clock-text.tsx'
import { CloseForm } from '#components/inbox/close-form.tsx'
import { InboxFrame } from '#components/inbox/frame.tsx'
import { History } from '#components/inbox/history.tsx'
import { HoursUnconfirmed } from '#components/inbox/list-parts.tsx'
import { NoteForm } from '#components/inbox/note-form.tsx'
import { Notice } from '#components/inbox/notice.tsx'
import { OwnerForm } from '#components/inbox/owner-form.tsx'
import { QuarantineForm } from '#components/inbox/quarantine-form.tsx'
import { RareForm } from '#components/inbox/rare-form.tsx'
import { SafetyPanel } from '#components/inbox/safety-panel.tsx'
import { SavedReplies } from '#components/inbox/saved-replies.tsx'
import { SnoozeForm } from '#components/inbox/snooze-form.tsx'
import { Unusual } from '#components/inbox/unusual.tsx'
import { inbox } from '#content/en/inbox.ts'
import { inquiryWords } from '#content/en/inbox-inquiry.ts'
import { isSignal, signals } from '#lib/abuse/signal.ts'
import { clinic, TO_BE_CONFIRMED } from '#lib/clinic.ts'
import { currentHours } from '#lib/hours/clinic-hours.ts'
import { whenText } from '#lib/hours/when-text.ts'
import { clockOf } from '#lib/inbox/clock.ts'
import { listColleagues } from '#lib/inbox/colleague.ts'
import { deskOf } from '#lib/inbox/desk.ts'
import { openForDesk } from '#lib/inbox/inquiry.ts'
import { snoozeChoices } from '#lib/inbox/snooze-choice.ts'
import { readReference } from '#lib/inquiries/reference.ts'
import { isManager } from '#lib/staff/session.ts'
import { signedIn } from '#lib/staff/signed-in.ts'

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ said?: string }> }

export async function generateMetadata({ params }: Props) {
  return { title: readReference((await params).reference) ?? inquiryWords.back }
}

export default async function InquiryPage({ params, searchParams }: Props) {
  const session = await signedIn()
  const desk = deskOf(session)
  const reference = readReference((await params).reference)
  const opened = reference && (await openForDesk(desk, reference))
  if (!opened) redirect('/staff?said=no-inquiry')

  const { row, inquiry, version, history, viewing, sameSender } = opened
  const { now } = desk
  const hours = currentHours()
  const { timeZone } = hours
  const about = { reference: row.reference, version }
  const isClosed = row.closedAt !== null
  const isHeld = row.quarantinedAt !== null && !isClosed

  return (
    <InboxFrame
      clinicName={clinic().shortName}
      path="/staff/inquiries"
      reader={{ name: session.name, isManager: isManager(session) }}
    >
      <p className="mb-3 print:hidden">
        <a href="/staff">{inquiryWords.back}</a>
      </p>
      <Notice said={(await searchParams).said} />
      <h1>
        {row.reference} <span className="font-text text-body font-[400] text-ink-2">{inbox.statuses[row.status]}</span>
      </h1>
      <p className="my-3">
        <ClockText row={row} clock={clockOf(row, now, hours)} now={now} timeZone={timeZone} />
      </p>
      <Unusual viewing={viewing} sameSender={sameSender} isUnopenable={inquiry === null} />

      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-8">
          {isHeld && (
            <QuarantineForm about={about} why={row.spamSignals.filter(isSignal).map((name) => signals[name].words)} />
          )}
          {inquiry && (
            <>
              <SafetyPanel inquiry={inquiry} callerPhone={clinic().callerPhone ?? TO_BE_CONFIRMED} />
              {!isClosed && !isHeld && <AttemptForm about={about} inquiry={inquiry} />}
              {inquiry.email && <SavedReplies email={inquiry.email} name={inquiry.name} />}
              <Answers inquiry={inquiry} received={whenText(row.receivedAt, timeZone)} />
            </>
          )}
          <section aria-labelledby="history">
            <h2 id="history" className="text-h3">
              {inquiryWords.noteTitle}
            </h2>
            <NoteForm about={about} />
            <History lines={history} timeZone={timeZone} />
          </section>
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-8 print:hidden">
          {!isClosed && !isHeld && (
            <>
              <OwnerForm about={about} owner={row.owner} ownId={session.staffId} people={await listColleagues(desk)} />
              <SnoozeForm
                about={about}
                snoozedUntil={row.snoozedUntil !== null && row.snoozedUntil > now ? row.snoozedUntil : null}
                choices={snoozeChoices(now, hours)}
                timeZone={timeZone}
              />
            </>
          )}
          {!isHeld && <CloseForm about={about} isClosed={isClosed} />}
          <RareForm about={about} row={row} isSteppedUp={session.isSteppedUp} isManager={isManager(session)} />
        </div>
      </div>
      {!hours.isConfirmed && <HoursUnconfirmed />}
    </InboxFrame>
  )
}
