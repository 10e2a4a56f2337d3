import { activitiesContract } from '@common-table/shared/activities/contract'
import { partnerActivitiesContract } from '@common-table/shared/activities/partner-contract'
import type { SheetRow } from '@common-table/shared/activities/sheet-columns'
import { addDays } from '@common-table/shared/calendar/dates'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { ProblemError } from '@common-table/shared/contract/problem'
import { demoEngagement } from './demo-activities.ts'
import { mailedToken } from './mailed-token.ts'
import type { Seed, SeedContext } from './seeds.ts'

/** One partner was asked by e-mail and has told what came of a session. */
const letPartnerTell = async ({ call, holding }: SeedContext): Promise<void> => {
  const { items } = await call(activitiesContract.listActivities, {
    query: { silent: true, kind: 'session', sort: 'day', limit: 20 },
  })
  const partnershipId = items.find(({ partnership }) => partnership !== null)?.partnership?.id
  if (!partnershipId) return
  const asked = await call(activitiesContract.askForActivities, {
    params: { partnershipId },
    body: {},
  }).catch((error: unknown) => {
    // A partner without an address cannot be asked.
    if (error instanceof ProblemError) return undefined
    throw error
  })
  if (!asked) return
  const partner = holding(await mailedToken(call, 'activities', asked.email))
  const { activities } = await partner(partnerActivitiesContract.readActivitiesByLink)
  const waiting = activities.find(({ silent }) => silent)
  if (waiting)
    await partner(partnerActivitiesContract.tellActivityByLink, {
      params: { activityId: waiting.id },
      body: { delivered: waiting.planned, students: 14 },
      ifMatch: waiting.version,
    })
}

/** Engagement activities at several schools and weekly sessions of services since the school year began. */
export const seedActivities: Seed = async (context) => {
  const { call, chance, today } = context
  const { items: years } = await call(calendarContract.listSchoolYears)
  const year = years.find(({ current }) => current)
  const { items: there } = await call(activitiesContract.listActivities, { query: { limit: 1 } })
  if (!year || there.length > 0) return
  const { items: schools } = await call(schoolsContract.listSchools, { query: { limit: 8 } })
  const rows: SheetRow[] = []
  for (const [at, school] of schools.entries())
    for (const turn of [0, 1, 2]) {
      const template = demoEngagement[(at * 3 + turn * 5) % demoEngagement.length]! // within the list
      const day = addDays(today, 9 - turn * 24 - at * 2)
      if (day < year.startsOn) continue
      const came = {
        delivered: 'yes',
        families: `${chance.whole(11, 64)}`,
        students: `${chance.whole(5, 40)}`,
      }
      const { staff = '', community = '', ...plan } = template
      rows.push({
        ...plan,
        day,
        school: school.name,
        audiences: staff ? 'Families; School staff' : 'Families',
        ...(day <= today && { ...came, ...(staff && { staff }), ...(community && { community }) }),
      })
    }
  for (const school of schools.slice(0, 6)) {
    const { items: services } = await call(activitiesContract.chooseService, {
      query: { schoolId: school.id },
    })
    const [service] = services
    if (!service) continue
    for (let week = -11; week <= 3; week++) {
      const day = addDays(today, week * 7 - 1)
      if (day < year.startsOn || day > year.endsOn) continue
      // Most weeks went as planned; of the last one nobody has said anything yet.
      const delivered = week < 0 ? `${chance.pick([2, 2, 2, 1, 2, 0])}` : ''
      rows.push({
        day,
        title: 'Sessions of the week',
        school: school.name,
        service: `${service.organization}: ${service.name}`,
        planned: '2',
        minutes: '60',
        audiences: 'Students',
        ...(delivered && { delivered }),
        ...(Number(delivered) > 0 && { students: `${chance.whole(12, 28)}` }),
      })
    }
  }
  if (rows.length === 0) return
  const { problems } = await call(activitiesContract.logActivitySheet, { body: { rows } })
  if (problems.length > 0) throw new Error(`The sample activities do not fit: ${JSON.stringify(problems[0])}`)
  await letPartnerTell(context)
}
