import { describe, expect, it } from 'vitest'
import { bringIn } from './support/bring-in.ts'
import { useBrowser } from './support/browser.ts'

/** Invented schools of a city that numbers them, over two years. */
const schools = (year: string) =>
  [
    'school_code,school_name,school_year,area,address,location_category,grades,total_enrollment,pct_poverty',
    ...['2023-24', year].flatMap((schoolYear, at) => [
      `01N015,P.S. 015 Ada Quill,${schoolYear},Northside,15 ELM STREET,Elementary,"PK,0K,01,02,03,04,05",${300 + at},0.72`,
      `01N049,I.S. 049 Harbor View,${schoolYear},Northside,49 PIER ROAD,Junior High-Intermediate-Middle,"06,07,08",${410 + at},0.81`,
      `02S217,M.S. 217 Orchard,${schoolYear},Southside,217 ORCHARD AVENUE,Junior High-Intermediate-Middle,"06,07,08",${520 + at},Above 95%`,
      `02S218,M.S. 218 Orchard West,${schoolYear},Southside,217 ORCHARD AVENUE,Junior High-Intermediate-Middle,"06,07,08",${260 + at},0.64`,
    ]),
  ].join('\n')

const programs = [
  'PROGRAM TYPE,PROGRAM,SITE NAME,BOROUGH / COMMUNITY,AGENCY,Contact Number,Grade Level / Age Group ,Location 1',
  'After-School Programs,Beacon,IS 49,Northside,Lantern Youth Center,555.010.0142,6 and up,49 Pier Road',
  'After-School Programs,Robotics Club,PS 15,Northside,Lantern Youth Center,(555) 010-0143,K-5,15 Elm Street',
  'Reading & Writing,Homework Help,Orchard Campus,Southside,Granite Street Tutors,555-010-0144,Middle School,217 Orchard Avenue',
  'Jobs & Internships,Summer Jobs,Granite Street Community Hall,Southside,Granite Street Tutors,555-010-0144,High School,8 Granite Street',
].join('\n')

describe.each(['desk', 'phone'] as const)('the main job, at %s width', (width) => {
  const browser = useBrowser()

  it('goes from files to schools, partners, questions answered, gaps seen and figures read', async () => {
    const director = await browser.signIn('director', { width })
    const { page, go, check } = director
    await bringIn(
      director,
      'schools',
      `schools-${width}.csv`,
      schools(width === 'desk' ? '2024-25' : '2025-26'),
    )
    await bringIn(director, 'program_sites', `programs-${width}.csv`, programs)

    await go('/review')
    await check('review')
    const atOrchard = page.getByText('Orchard Campus').first()
    if (width === 'desk') {
      await atOrchard.waitFor()
      await page.getByRole('button', { name: 'None of these' }).first().click()
      await atOrchard.waitFor({ state: 'detached' })
    } else expect(await atOrchard.count()).toBe(0)

    await go('/organizations?q=lantern%20yuoth')
    await page.getByRole('link', { name: 'Lantern Youth Center' }).first().click()
    await page.waitForURL(/organizations\/[0-9a-f-]{36}/)
    await go(`${new URL(page.url()).pathname}?part=services`)
    await page.getByText('I.S. 049 Harbor View').first().waitFor()
    await check('organization')

    await go('/needs/gaps')
    await check('gap-board')

    await go('/schools?q=01N049')
    await page.getByRole('link', { name: 'I.S. 049 Harbor View' }).first().click()
    await page.getByText('Lantern Youth Center').first().waitFor()
    await check('school')

    await go('/outcomes')
    await check('dashboard')
  })
})

describe('a principal', () => {
  const browser = useBrowser()

  it('sees the own schools and no others, in the dark as well', async () => {
    const principal = await browser.signIn('principal', { theme: 'dark' })
    await principal.go('/schools')
    const rows = principal.page.locator('main table tbody tr')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(2)
    await principal.check('principal-schools')

    const director = await browser.signIn('director')
    await director.go('/schools?q=Eastgate')
    const href = await director.page
      .getByRole('link', { name: /Eastgate/ })
      .first()
      .getAttribute('href')
    await principal.page.goto(principal.address + href!)
    await principal.page.getByText(/no such school/i).waitFor()
    expect(await principal.page.locator('main').textContent()).not.toContain('Eastgate')
  })
})
