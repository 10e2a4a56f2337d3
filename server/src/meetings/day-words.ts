/** A day and a time of the district's clock, as a mail says it. */
export const formattedDay = (day: string, time: string, locale: 'en' | 'es'): string =>
  new Intl.DateTimeFormat(locale === 'es' ? 'es-US' : 'en-US', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T${time}:00Z`))
