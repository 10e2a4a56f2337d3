export const messages = {
  page: 'Your page',
  sentTo: 'This link was sent to {name}, {organization}. Please do not pass it on.',
  questions: 'Questions?',
  ask: 'E-mail me a new link',
  asked: 'If your address is still right, a new link is on its way to the mailbox this one was sent to.',
  staff: {
    title: 'Links sent to the partner',
    text: 'Each link is for one thing, needs no account, and stops working by itself. Whoever has it can do that one thing, so withdraw it when it went to the wrong person.',
    empty: 'No link sent yet',
    emptyText: 'Links go out when you ask the partner for something: documents, a confirmation, a signature.',
    states: {
      open: 'Works',
      used: 'Done',
      expired: 'Expired',
      replaced: 'Replaced by a newer one',
      revoked: 'Withdrawn',
    },
    sent: 'Sent {when}',
    neverOpened: 'Not opened yet',
    opened: 'Opened {when} | Opened once, {when} | Opened {n} times, last {when}',
    worksUntil: 'works until {day}',
    expiredOn: 'expired {day}',
    usedOn: 'done {day}',
    revokedOn: 'withdrawn {day}',
    again: 'Send again',
    againLabel: 'Send again: {purpose}, {name}',
    sentAgain: 'A fresh link is on its way to {email}',
    revoke: 'Withdraw',
    revokeLabel: 'Withdraw: {purpose}, {name}',
    revokeTitle: 'Withdraw this link?',
    revokeText:
      'It stops working at once. {name} is told to write to the district. You can send a new one later.',
    revoked: 'The link is withdrawn',
    more: 'Show older ones',
  },
  closed: {
    'link-needed': {
      title: 'This link is not whole',
      text: 'Open it again from the e-mail. If it was broken over two lines there, copy all of it into the address bar.',
    },
    'link-for-something-else': {
      title: 'This link is for something else',
      text: 'Open the link from the e-mail again; each one is good for one thing only.',
    },
    'link-expired': {
      title: 'This link has run out',
      text: 'It was good for some days, or a newer one was sent in its place. You can have a fresh one by e-mail.',
    },
    'link-used': {
      title: 'This is done',
      text: 'The link works once, and what you sent with it has arrived. There is nothing more to do here.',
    },
    'link-revoked': {
      title: 'This link was withdrawn',
      text: 'The district took it back. If you still need it, write to them.',
    },
  },
}
