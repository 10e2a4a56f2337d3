/** The end of a day where the person is: what "works until the 30th" means. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59`).toISOString()

/** The day a moment falls on where the person is. */
export const dayOf = (moment: string): string => {
  const at = new Date(moment)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
