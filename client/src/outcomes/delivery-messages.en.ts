export const messages = {
  tab: 'Partnerships and services',
  part: 'Figures',
  table: '{name} by period',
  partText:
    'What this partnership and its services deliver to their own students, and how those students do. Small groups are withheld as everywhere.',
  partEmpty:
    'There are no figures of this partnership yet. Sessions of its services that are written down bring the first.',
  name: 'Partnership or service',
  kind: 'Partnership or service',
  both: 'Both',
  latest: 'Latest period',
  all: 'All partnerships and services',
  kinds: { partnership: 'Partnership', service: 'Service' },
  origin: 'Comes from',
  origins: { entered: 'Entered by hand', imported: 'A file', activities: 'Computed from activities' },
  download: 'Download these figures',
  none: {
    title: 'No partnership or service has a figure here',
    text: 'Enter one, bring in a file of figures of partnerships and services, or write down sessions: students served, hours and fidelity are computed from them.',
  },
  of: 'Whose figure',
  places: {
    district: 'The whole district or a school',
    partnership: 'A partnership or one of its services',
  },
  partnershipId: 'Partnership',
  serviceId: 'Service',
  choosePartnership: 'Choose whose figure it is.',
  whole: 'The partnership as a whole',
}
