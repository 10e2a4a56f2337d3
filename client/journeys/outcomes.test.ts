import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { bringIn } from './support/bring-in.ts'
import { useBrowser, type Visit } from './support/browser.ts'

interface School {
  code: string
  name: string
}

/** The analyst by API, for what no page of this journey is about: which schools there are, and what the dashboard holds. */
const prepared = async ({ page, address }: Visit, password: string): Promise<School[]> => {
  const api = `${address}/api/v1`
  const { accessToken } = (await (
    await page.request.post(`${api}/auth/sign-in`, { data: { email: 'analyst@demo.example', password } })
  ).json()) as { accessToken: string } // what a sign-in answers
  const headers = { authorization: `Bearer ${accessToken}` }
  const items = async <T>(path: string): Promise<T[]> =>
    ((await (await page.request.get(`${api}${path}`, { headers })).json()) as { items: T[] }).items // what a list answers
  const [metric] = await items<{ id: string; version: number }>('/metrics?q=on_track_rate')
  const changed = await page.request.patch(`${api}/metrics/${metric?.id}`, {
    headers: { ...headers, 'if-match': `"${metric?.version}"` },
    data: { onDashboard: true },
  })
  expect(changed.ok()).toBe(true)
  const schools = await items<School>('/schools?limit=200')
  return schools.filter(({ name }) => name.endsWith('School')).slice(0, 12)
}

/** Of the last school there are eight, four girls and four boys; the one before it is the smallest of the others. */
const people = (at: number, all: number): number => (at === all - 1 ? 8 : at === all - 2 ? 100 : 200)

/** School n has about 50 + n percent on track, girls and boys alike, and two more a year later. */
const figures = (schools: readonly School[]): string =>
  [
    'school code,school year,student group,metric,value,numerator,denominator',
    ...schools.flatMap(({ code }, at) =>
      ['2024-25', '2025-26'].flatMap((year, later) => {
        const half = people(at, schools.length) / 2
        const met = Math.round((half * (50 + at + 2 * later)) / 100)
        const row = (group: string, of: number) =>
          `${code},${year},${group},on_track_rate,${(100 * met) / half},${of * met},${of * half}`
        return [row('All students', 2), row('Female', 1), row('Male', 1)]
      }),
    ),
  ].join('\n')

const saved = async ({ page }: Visit, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> => {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}
const choose = async ({ page }: Visit, where: string, what: string): Promise<void> => {
  await page.locator(where).getByRole('button', { name: 'Download' }).first().click()
  await page.getByRole('menuitem', { name: what }).click()
}

describe('figures', () => {
  const browser = useBrowser()

  it('go from a file to the dashboard, into depth, through the explorer, and out again as files', async () => {
    const analyst = await browser.signIn('analyst')
    const { page, go, check, wear } = analyst
    const schools = await prepared(analyst, browser.password)
    const [first, last] = [schools[0]!, schools.at(-1)!] // a dozen
    await bringIn(analyst, 'measurements', 'on-track.csv', figures(schools))

    await go('/outcomes')
    const tile = page.getByRole('link', { name: /On track/ }).first()
    await tile.waitFor()
    await check('outcomes')
    await wear({ width: 'phone' })
    await check('outcomes')
    await wear({ width: 'desk' })

    await tile.click()
    await page.getByRole('tab', { name: 'Student groups' }).click()
    await page.getByRole('button', { name: 'Show the table' }).first().click()
    await page.getByRole('row', { name: /^Female/ }).waitFor()
    await check('metric-groups')
    await page.getByRole('tab', { name: 'Schools' }).click()
    await page
      .getByRole('row', { name: new RegExp(last.name) })
      .getByText('fewer than 10 students')
      .first()
      .waitFor()
    await page.getByRole('link', { name: first.name }).first().click()
    await page.getByRole('heading', { name: first.name, level: 1 }).waitFor()
    await check('school')

    await go('/outcomes/explore?view=together&metric=attendance_rate&metric=on_track_rate')
    await page
      .getByText(/schools? (is|are) left out/)
      .first()
      .waitFor()
    await page.locator('canvas').first().focus()
    await page.keyboard.press('ArrowRight')
    const said = page.locator('figure [aria-live=polite]').first()
    await page.waitForFunction(() =>
      /%/.test(document.querySelector('figure [aria-live=polite]')?.textContent ?? ''),
    )
    expect(await said.textContent()).toMatch(/: Attendance rate .+%, On track to graduate .+%/)
    for (const view of ['together', 'time', 'gap', 'schools']) {
      const metrics = view === 'together' ? 'metric=attendance_rate&' : ''
      await go(`/outcomes/explore?view=${view}&${metrics}metric=on_track_rate`)
      await check(`explore-${view}`)
      await wear({ width: 'phone' })
      await check(`explore-${view}`)
      await wear({ width: 'desk' })
    }

    await go('/outcomes/explore?view=together&metric=attendance_rate&metric=on_track_rate&year=2025-26')
    await page
      .getByText(/left out/)
      .first()
      .waitFor()
    const picture = await saved(analyst, () => choose(analyst, 'figure', 'Picture (PNG)'))
    expect(picture.name).toMatch(/^on-track-rate-attendance-rate-.*2025-26\.png$/)
    expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.bytes.readUInt32BE(16)).toBe(1920)
    expect(picture.bytes.length).toBeGreaterThan(20_000)
    const table = await saved(analyst, () => choose(analyst, 'figure', 'Table (CSV)'))
    const rows = table.bytes.toString().split('\r\n')
    expect(rows[0]).toBe('\uFEFFSchool,Attendance rate,On track to graduate,Series')
    expect(table.bytes.toString()).not.toContain(last.name)
    const shown = rows.slice(1).map((row) => row.split(',')[0])
    expect(shown).toContain(schools[5]!.name) // a dozen

    await go('/outcomes/explore?view=schools&metric=on_track_rate')
    await page.getByRole('row', { name: new RegExp(last.name) }).waitFor()
    const list = await saved(analyst, () => choose(analyst, 'main', 'CSV file'))
    const text = list.bytes.toString()
    expect(text).toContain(`${schools[5]!.name},`) // a dozen
    expect(text).toMatch(new RegExp(`${last.name},[^\\n]*fewer than 10`))
  })
})
