import { fieldProblem } from '@common-table/shared/contract/problem'
import { readPhones } from '@common-table/shared/imports/normalise-phone'
import { readUrl } from '@common-table/shared/imports/normalise-web'

/** What people write, in the one form it is kept in. Fields that were not given stay absent. */
interface Written {
  phone?: string | null
  website?: string | null
  ein?: string | null
}

const phoneOf = (text: string): { phone: string; phoneExtension: string } => {
  const [first] = readPhones(text).phones
  if (text.trim() !== '' && first === undefined)
    throw fieldProblem(
      'phone',
      'This is not a telephone number that can be dialled. Write it like (718) 555-0123 ext. 4, or +52 55 1234 5678.',
      'phone',
    )
  return { phone: first?.number ?? '', phoneExtension: first?.extension ?? '' }
}

const websiteOf = (text: string): string => {
  const read = readUrl(text)
  if (text.trim() !== '' && read === undefined)
    throw fieldProblem(
      'website',
      'This is not a web address. Write it like https://www.example.org.',
      'website',
    )
  return read?.url ?? ''
}

/** `12-3456789`. No employer number begins with 00. */
const einOf = (text: string): string => {
  if (text.startsWith('00')) throw fieldProblem('ein', 'No EIN begins with 00. Check the number.', 'ein')
  return text.replace(/^(\d{2})-?(\d{7})$/, '$1-$2')
}

/** Columns for the fields that are kept in another form than they are written. */
export const storedForms = ({ phone, website, ein }: Written) => ({
  ...(phone !== undefined && phoneOf(phone ?? '')),
  ...(website !== undefined && { website: websiteOf(website ?? '') }),
  ...(ein !== undefined && { ein: ein === null ? null : einOf(ein) }),
})

/** Text columns are never null: what the API calls null is stored as empty text. */
export const emptyForNull = <T extends object, K extends keyof T>(given: T, ...names: K[]): T =>
  names.reduce((row, name) => (row[name] === null ? { ...row, [name]: '' } : row), given)
