import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { DocumentContent, SignedLine } from '@common-table/shared/agreements/document'
import { consentText } from '@common-table/shared/agreements/signing'
import { lettersMissing } from './fonts.ts'
import { renderIssued, renderSigned, sha256Of } from './render.ts'

const content: DocumentContent = {
  agreementId: '00000000-0000-4000-8000-000000000001',
  title: 'Acuerdo de lectura en la escuela Peñafiel',
  kind: 'new',
  type: 'express',
  language: 'es',
  districtName: 'Riverbend Schools',
  partnerName: 'Harvest Table',
  partnershipName: 'Leer juntos',
  amends: null,
  startsOn: '2025-08-01',
  endsOn: '2026-06-30',
  renews: true,
  termMonths: 12,
  noticeDays: 30,
  amountCents: 1234500,
  visionNumber: 2,
  visionStatement: 'Que todos lean con alegría.',
  schools: ['Lincoln Elementary'],
  sections: [
    { code: 'purpose', group: 'general', title: 'Propósito', body: 'Leer.\n\nCada martes.' },
    { code: 'activities', group: 'scope', title: 'Actividades', body: 'Una hora. '.repeat(400) },
  ],
  obligations: [
    {
      side: 'partner',
      what: 'Enviar tutores',
      cadence: 'weekly',
      firstDueOn: '2025-08-12',
      evidence: 'Lista de asistencia',
      sectionCode: null,
    },
    {
      side: 'district',
      what: 'Dar un aula',
      cadence: 'once',
      firstDueOn: '2025-08-05',
      evidence: '',
      sectionCode: null,
    },
  ],
  dataSharing: null,
  issuedAt: '2025-07-15T14:03:22.000Z',
}
const signature = (side: SignedLine['side'], name: string, at: string): SignedLine => ({
  side,
  name,
  title: '',
  at,
  sha256: 'a'.repeat(64),
  consent: consentText.es,
  organization: side === 'district' ? 'Riverbend Schools' : 'Harvest Table',
})

/** Text of a PDF that is not compressed, through the fonts' own tables, is beyond a test: what matters are the bytes. */
describe('the PDF of an agreement', () => {
  it('is the same, byte by byte, each time and in another process', async () => {
    const first = await renderIssued(content)
    expect((await renderIssued(structuredClone(content))).equals(first)).toBe(true)
    const elsewhere = execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { renderIssued, sha256Of } from ${JSON.stringify(new URL('./render.ts', import.meta.url).href)}
         console.log(sha256Of(await renderIssued(${JSON.stringify(content)})))`,
      ],
      { env: { ...process.env, TZ: 'Asia/Tokyo', LANG: 'es_ES.UTF-8' } },
    )
    expect(elsewhere.toString().trim()).toBe(sha256Of(first))
  })

  it('changes with every letter of what it says', async () => {
    const first = sha256Of(await renderIssued(content))
    for (const other of [
      { ...content, endsOn: '2026-07-01' },
      { ...content, visionStatement: 'Que todos lean con alegria.' },
      { ...content, obligations: content.obligations.slice(1) },
      { ...content, issuedAt: '2025-07-15T14:03:23.000Z' },
    ])
      expect(sha256Of(await renderIssued(other))).not.toBe(first)
  })

  it('carries the document as it was shown, byte by byte, in the signed one', async () => {
    const issued = await renderIssued(content)
    const signed = await renderSigned(content, [
      signature('partner', 'Nguyễn Thị Hoa', '2025-07-16T09:00:00.000Z'),
      signature('district', 'José Peñafiel', '2025-07-17T09:00:00.000Z'),
    ])
    expect(signed.includes(issued)).toBe(true)
    expect(signed.subarray(0, 8).toString()).toBe('%PDF-1.7')
  })

  it('is tagged, says its language and title, and has more than one page', async () => {
    const text = (await renderIssued(content)).toString('latin1')
    expect(text).toContain('/Lang (es)')
    expect(text).toContain('/Marked true')
    expect(text).toContain('/S /H1')
    expect(text).toContain('/S /LBody')
    expect(text.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(1)
  })
})

describe('the letters of names', () => {
  it.each([
    'José Peñafiel Gutiérrez',
    'Nguyễn Thị Hoa',
    'Łukasz Żak',
    'Şahin Çelik',
    'D’Angelo—O’Neill',
    'Zoë Ångström',
  ])('of %s are all there', (name) => expect(lettersMissing(name)).toEqual([]))
  it('that are missing are named', () => {
    expect(lettersMissing('李明 Chen')).toEqual(['李', '明'])
    expect(lettersMissing('line\nbreak\tand tab')).toEqual([])
  })
})
