import type { Visit } from './browser.ts'

/** A file goes the whole way of an import in the browser; every step is held to its accessibility. */
export const bringIn = async (
  { page, go, check }: Visit,
  kind: string,
  name: string,
  text: string,
): Promise<void> => {
  await go(`/imports/new?kind=${kind}`)
  await check(`import-${kind}-file`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Read its columns' }).click()
  await page.getByRole('button', { name: 'Check the file' }).waitFor()
  await check(`import-${kind}-columns`)
  await page.getByRole('button', { name: 'Check the file' }).click()
  const run = page.getByRole('button', { name: /^Bring in \d+ rows/ })
  await run.waitFor({ timeout: 60_000 })
  await check(`import-${kind}-checked`)
  await run.click()
  await page.getByText('What happened').waitFor({ timeout: 60_000 })
  await check(`import-${kind}-done`)
}
