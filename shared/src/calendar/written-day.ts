import type { Language } from '../vocabulary/terms.ts'

const months: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
}

/** A day as sentences and documents write it, the same on every machine: no locale data of the platform. */
export const writtenDay = (day: string, language: Language): string => {
  const [year, month, date] = day.split('-').map(Number)
  const name = months[language][(month ?? 1) - 1] ?? ''
  return language === 'es' ? `${date} de ${name} de ${year}` : `${name} ${date}, ${year}`
}
