import type { Call } from '@common-table/shared/contract/caller'
import { districtContract } from '@common-table/shared/district/contract'
import { offersContract } from '@common-table/shared/pipeline/offers-contract'
import { searchWork, WORK_BITS } from '@common-table/shared/pipeline/proof-of-work'

const offers = [
  {
    organizationName: 'Cedar Lane Gardeners',
    organizationType: 'grassroots',
    contactName: 'Wren Castellanos',
    contactEmail: 'wren@cedarlane.example',
    message: 'We keep the community garden on Cedar Lane and would love to plant one with a school.',
    contributions: ['volunteer_hours', 'materials'],
    anywhere: false,
    wantedPlaces: 'Northside',
    students: 40,
    locale: 'en',
    judged: true,
  },
  {
    organizationName: 'Harvest Table Foodbank',
    organizationType: 'nonprofit',
    contactName: 'Odalys Ferreira',
    contactEmail: 'odalys@harvesttable.example',
    message: 'Tenemos lugar para veinte mochilas más los viernes. ¿A qué escuela le sirven?',
    contributions: ['materials'],
    anywhere: true,
    wantedPlaces: '',
    students: 20,
    locale: 'es',
    judged: true,
  },
  {
    organizationName: 'Top Marks Promotions',
    organizationType: null,
    contactName: 'Sales',
    contactEmail: 'sales@topmarks.example',
    message: 'Best prices! https://a.example https://b.example https://c.example',
    contributions: [],
    anywhere: true,
    wantedPlaces: '',
    students: null,
    locale: 'en',
    judged: false,
  },
] as const

/** Help offered through the public form: one by a partner that is known already, one that looks like spam. */
export const sendDemoOffers = async (call: Call): Promise<void> => {
  const { id: districtId, offersOpen } = await call(districtContract.getDistrict)
  if (!offersOpen) return
  const params = { districtId }
  for (const { judged: _judged, contributions, ...offer } of offers) {
    const { token, bits } = await call(offersContract.openOfferForm, { params })
    let nonce: number | undefined
    for (let from = 0; nonce === undefined; from += 2 ** WORK_BITS)
      nonce = searchWork(token, from, 2 ** WORK_BITS, bits)
    await call(offersContract.sendOffer, {
      params,
      body: { ...offer, contributions: [...contributions], token, nonce },
    })
  }
  // Sent faster than anyone types, so a person looked at them and found two honest.
  const { items } = await call(offersContract.listOffers, { query: { status: ['suspected'] } })
  for (const { id: offerId, organizationName, version } of items)
    if (offers.some((offer) => offer.judged && offer.organizationName === organizationName))
      await call(offersContract.judgeOffer, { params: { offerId }, body: { spam: false }, ifMatch: version })
}
