export const messages = {
  title: 'This may double help that is there',
  at: '{organization} at {school}: {category}',
  join: 'Join it: open it above and work together with those who do it.',
  redirect: 'Or take the help to where it is missing:',
  gaps: 'the needs that come first',
  justify: 'Or say why both are wanted',
  justifyHint: 'It is kept on the timeline. Then save again.',
  others: '{n} more is alike, but not the same | {n} more are alike, but not the same',
  because: 'Not a duplicate: {why}',
}
