export const messages = {
  title: 'How this was computed',
  meaning: 'What it means',
  steps: 'How it is worked out',
  here: 'With the numbers here',
  madeFrom: 'What it is made from',
  rows: 'no rows | {n} row | {n} rows',
  lastChanged: 'Last changed {when}.',
  lastChangedBy: 'Last changed {when} by {who}.',
  neverChanged: 'No date is kept.',
  file: '{name}: {n} row, brought in {when} | {name}: {n} row, brought in {when} | {name}: {n} rows, brought in {when}',
  moreFiles: 'and {n} older file | and {n} older file | and {n} older files',
  byHand: 'No file: recorded here.',
  changes: 'All changes',
  rule: 'The rule',
  ruleIs: 'Rule {name}, version {n}',
  published: 'After: {source}',
  own: 'A rule of this product; no publication gives it.',
  settings: 'What the district has set',
  setting: {
    suppression_threshold: 'Figures of fewer people than this are withheld',
    capacity_fresh_days: 'Days for which a confirmed capacity counts',
    over_supply_percent: 'Percent of demand above which supply is too much',
    going_cold_days: 'Days of silence after which a partner goes quiet',
    equity_version: 'Version of the index of need',
    target: 'Target',
  },
  asOf: '{value} (since {day})',
  due: '{value} (by {day})',
  numerator: 'Counted',
  denominator: 'Out of',
  source: 'Source',
  owner: 'Looked after by',
  definition: 'Version of this definition',
  computedAt: 'Made from the rows {when}.',
  withheld:
    'No figure behind this is withheld. | {n} figure behind this is withheld to protect people. | {n} figures behind this are withheld to protect people.',
  ownSchools: 'The rows counted here are those of your schools. The figure may count more.',
  signedOut: 'The records behind it are told to people who are signed in.',
  refused: 'What is behind this figure is open to other roles only. The rule is the same for everybody.',
  of: {
    today: {
      due: 'What waits for somebody, counted by kind.\nEach kind has its own rule for what is due: a stage that takes longer than its standard, a promise whose day has come, an answer nobody gave.\nRecords of each kind are counted; nothing is estimated. A count that ends in a plus stops at the most that are listed.',
    },
    reach: {
      partnerships:
        'Partnerships, counted once each in the stage they are in.\nActive, expanding and renewing ones are running.\nPaused and ended ones are not.',
      schools:
        'Open schools, with a partner or without.\nA school has a partner when a running partnership names it or a service of a partner works there.\nEach school counts once, however many partners it has.',
      needs:
        'Needs that are open or being worked on.\nSuggested needs count only once a person has accepted them.\nSevere ones are those of severity 4 or 5.',
      priorities:
        'The district’s active priorities and how many running partnerships serve each.\nA partnership says itself which priorities it serves.\nA priority that none serves shows 0.',
      students:
        'Students reached, as the partnerships state them.\nThe statements of partnerships are added up; a student in two partnerships counts twice.\nSmall groups are withheld, and nothing is worked out from them.',
    },
    metric: {
      value:
        'A metric’s figure for a place, a group and a period.\nA rate is those who meet the measure out of all it looks at, in percent.\nThe district’s figure comes from its schools’: counts add up, rates are weighted by the people behind them.\nFigures of small groups, and those from which one could be worked out, are withheld before anybody sees them.',
      levels:
        'The figure of the schools of one level together.\nCounts add up; rates are weighted by the people behind them.\nA level of which too little may be shown has no figure.',
      gap: 'How far the group with the best figure and the one with the worst lie apart.\nOnly groups whose figure is shown are compared.\nThe difference is in points of the metric, not in percent of it.',
      target:
        'Where the figure stands on the straight path from baseline to target.\nMet: the target is reached. On track: not behind the path on the day of the figure.\nAt risk: behind by no more than a quarter of the whole way. Off track: further behind, or the day has passed.\nA withheld figure is no data.',
    },
    objective: {
      four_cs:
        'Of the engagement activities held this school year, the share that builds capabilities, connections, cognition and confidence.\nA C counts only with a line that says how it is built.\nStrict: all four, for families and for staff. Lenient: all four, for anybody.\nActivities that are planned or cancelled do not count.',
      families:
        'Of the families who answered the survey, the share that answered favorably.\nThe district’s figure of the latest survey is taken as it is shown.\nThe response rate stands beside it: a high share of few answers says little.',
      seats:
        'Of the students who seek an internship or externship, the share with a seat or an open one in reach.\nOpen seats are given to demand so that as many students as possible have one.\nEach seat counts once, in its own pathway and term; seats nobody seeks help nobody.',
    },
    goals: {
      status:
        'Where a branch of the goal tree stands.\nA branch stands as its weakest part that has data.\nParts without data neither help nor hurt; where none has any, the branch has none.',
    },
    needs: {
      demand:
        'Places asked for: one for each student and kind of help.\nThe largest statement about one group of students counts, different groups add up, and nobody counts beyond the school’s enrollment.\nWhere nobody could say a number, the share of the school the tier is for stands in and is marked as estimated.',
      gap: 'Places asked for that no verified supply answers.\nDemand and verified supply are compared school by school, kind of help by kind of help, tier by tier.\nWhat is left of the demand is the gap; more supply at one school never hides a gap at another.\nPaper supply answers nothing and is shown beside it.',
      supply:
        'Places schools can count on.\nA place counts when its partnership is in force, a formal one only with a signed agreement, and its capacity was confirmed lately.\nOnly capacity that can be said in students is added up.',
      paper:
        'Places that stand only on paper.\nNobody confirmed them lately, or no partnership in force stands behind them.\nThey answer no demand until both are so.',
      sufficiency:
        'Whether a school has enough help at a tier.\nThe school’s enrollment times the share of students the tier is for gives the places to expect.\nVerified places are divided by that.',
      severity:
        'How serious a need is, from 1 to 5.\nEach step has an anchor in words, so that two people who choose the same number mean the same.\nFor a need that figures suggest, the step follows from the rule’s steps and the figure.',
      priority:
        'Which need comes first.\nSeverity (1 to 5) × the share nobody answers × the equity factor of the school’s tier (1.0 to 1.5) × reach.\nReach is the students affected out of those enrolled, at least 5 percent, so that a small group’s critical need is not nothing.',
      suggested:
        'Needs that the district’s own figures point to.\nA rule names a metric, a line and a tier; a school whose figure crosses the line gets a suggestion.\nSeverity follows from how far the line is crossed. A person accepts or dismisses each.',
    },
    coverage: {
      cell: 'How much of the demand of a school, in one kind of help, is answered.\nOver all tiers, verified places are set against places asked for.\nThe color is the share nobody answers: none, up to a quarter, half, three quarters, more.',
    },
    equity: {
      score:
        'How needy a school is among the district’s schools, from 0 to 100.\nEach indicator is scaled among the schools, turned so that more is more need, and weighted.\nThe schools are ranked and cut into fifths: Highest, High, Moderate, Low, Lowest.\nA missing figure is no zero: the school’s other indicators take over its weight.',
      ratio:
        'Places per 100 students at schools of the Highest tier, divided by those of the Lowest.\nVerified places and enrollment of all schools of a tier are added up first.\nAbove 1, more goes to where need is greatest.',
      concentration:
        'Whether places go where need is, from −1 to 1.\nSchools are lined up from the neediest on; the share of places they hold is drawn over the share of students.\nTwice the area between that curve and an even spread. Above 0 is in favor of need.',
      without_partner:
        'Schools of the Highest and High tiers with no partner at all.\nA partner counts when a running partnership names the school or a verified service works there.',
      first_tiers:
        'Of the students placed by offers, the share at schools of the Highest and High tiers.\nThe ratio before and after is worked out as if the choice were made.\nNothing is written until it is.',
    },
    placement: {
      match:
        'How well a service suits a need, in points of 100.\nLimits come first: kind of help, tier, grades, setting, distance, language, room. What breaks one is not offered.\nThen points: room 30, distance 25, relation 15, community ties 10, languages 10, days 5, a fresh assurance 5. What nobody knows counts half.',
      covered:
        'What a plan of placing help comes to, beside first come first served and need by need.\nStudents placed, needs met, and the ratio of supply are worked out for each way from the same needs and services.\nThe plan is proved best, or the most it could still gain is told.',
      rank: 'Which school an offer of help should go to first.\nNeed counts most and equity next, so that neither being near nor being known outweighs them.\nEach reason gives points in tenths; their sum is the score. Schools without an open gap are not on the list.',
    },
    what_if: {
      loss: 'What falls into gap if partners or partnerships were gone.\nThe places they bring are taken out of verified supply, cell by cell.\nWhat was answered before and is not answered after is lost.',
      sole_provider:
        'Kinds of help at a school that one partner alone brings.\nOnly verified places count.\nIf this partner left, nobody would answer the demand.',
    },
    rounds: {
      answered:
        'Who was asked, opened, answered and could not be reached in a snapshot or census.\nEach school or partner counts once.\nAn answer counts from the moment it was sent, not while it is a draft.',
    },
    reconciliation: {
      open: 'Where a school, a partner and the record say different things.\nThe latest word of each side is compared with partnerships and sites.\nA difference is open until somebody settles it.',
    },
    requests: {
      waiting:
        'Requests of schools for help and how long each waits.\nWorking days, Monday to Friday without the days the district is closed, are counted from asking to the partner’s first answer.\nA request is late when the day for the answer has passed.',
    },
    polls: {
      answers:
        'What partners answered to an emergency poll.\nEach partner counts once, by the newest answer.\nSilent ones were asked and have not answered.',
    },
    seats: {
      unmet:
        'Students who seek a place at work and are left without.\nFilled seats are taken off those who seek; open seats are given so that as many as possible have one.\nA seat meets demand of its own kind, pathway and term; one open to every school meets any of them.',
      counted:
        'Seats an employer offers, and those filled.\nSeats copied from last year count only once somebody confirmed them.\nStudents are counted, never named.',
    },
    activities: {
      held: 'Activities and sessions that took place.\nThose marked as held are counted; planned and cancelled ones stand beside it.',
      reached:
        'People reached, by kind, as those who held the activities counted them.\nThe counts of all activities are added up: somebody who came twice counts twice.',
      four_cs:
        'Of the engagement activities held, the share that builds all four Cs for families and for staff.\nA C counts only with a line that says how.\nRead leniently, all four count for anybody.',
      fidelity:
        'Sessions delivered out of those planned, by service and quarter.\nA session made up within the quarter counts; more than planned does not make it more than kept.\nA session nobody reported on counts as not delivered.',
      silent:
        'Sessions whose day has passed and on which nobody reported.\nThey are counted until somebody says what came of them.',
    },
    investment: {
      partnerships:
        'Partnerships in whose ledger something stands this school year.\nEach counts once, however many lines it has.',
      value:
        'What a side gave, in money.\nLines with a value are added up: delivered beside planned.\nApproved volunteer hours count at the rate of the line. Lines without a value are not money and are told beside it.',
      balance:
        'The partner’s share of what both sides put in.\nOnce by value, once without money, by how much of what was promised was begun and kept.\nBetween 40 and 60 percent is balanced.',
      per_student:
        'What was delivered by both sides, divided by the students reached.\nThe partnership states how many students it reaches.\nWithout that, there is no figure.',
      hours:
        'Volunteer hours somebody approved.\nHours times people of each entry are added up.\nEntries that wait for approval stand beside it and do not count.',
    },
    partnership: {
      students:
        'Students a partnership reaches, as it states itself.\nThe number is of students, never names, and is not worked out from anything else.',
      sustainability:
        'How likely the partnership is to last, out of 100.\nFive parts of 20 points: funding ahead (24 months is full), agreement ahead (12), people who carry it (4), length of the commitment (36), check-ins held.\nWhat is not known lowers nothing. Below three known parts there is no score.',
      advice:
        'Renew, revise or exit, by a rule a person can follow.\nTwo grounds for an exit that are bad advise an exit; any bad ground, a weak key ground or two weak others advise to revise.\nOtherwise renew, once two key grounds are known. People decide.',
      kept: 'Promises of each side that were due within twelve months, and how many were kept in time.\nLate and missed ones count against it, waived ones do not count.\nPromises come from the clauses of the agreement.',
      quality:
        'The mean of six items a reviewer rated from 1 to 4.\nAlignment, delivery, relationship, equity, data and sustainability weigh the same.\nThere is one review a school year.',
      pulse:
        'How each side finds working with the other, from 1 to 4.\nTrust and value are means of three statements each.\nEach side rates the other, never itself.',
    },
    agreement: {
      waiting:
        'Agreements in each stage and for how long.\nDays run from the day the stage was entered.\nStuck is what takes longer than the standard and than the median of finished stages, once five are finished.',
    },
    compliance: {
      share:
        'Whether a partner’s people may be on campus.\nRed: a document that blocks is missing, unread, sent back or expired. Amber: another one is, or one expires soon.\nWhich documents are needed follows from the district’s requirements.',
    },
    contribution: {
      effect:
        'How much more served schools changed than similar unserved ones.\nEach served school is set beside unserved ones of the same level, a near equity tier and the nearest baseline.\nThe difference of the two changes is the figure; its 95 percent interval comes from drawing whole sets anew.\nIt is an association and proves no cause. Only figures that are shown go in.',
      chain:
        'The chain from barrier to need, service, dosage and metric.\nNeeds at the partnership’s schools, in what it is about, are counted.\nSessions delivered and their hours are added up; small groups are withheld.',
      cost: 'What was delivered in money, divided by the students reached.\nValue and students are what the partnership states.\nWhere the students are few, there is no figure.',
    },
    pipeline: {
      counted:
        'Possible partners, counted once each in the stage they are in.\nOutreach steps whose day has passed are told beside them.',
      silent_days:
        'Days since anybody was in touch.\nThe newest of touches, meetings, letters and answers counts.\nAfter the days the district has set, a partner is called quiet.',
    },
    lifecycle: {
      rollover:
        'What becomes of partnerships in the next school year.\nEach partnership counts once, by the decision made or suggested.\nNothing moves until the roll-over is carried out, and it can be taken back.',
      sites:
        'Schools of a partnership with a plan for the year, and the students planned there.\nEach school counts once; the students of its plan are added up.\nA student in two plans counts twice.',
      years:
        'Students planned and served in each school year, as the partnership states them.\nThe numbers are kept as they were when the year was closed.',
    },
    continuity: {
      gaps: 'Partnerships and schools without somebody who carries them.\nA lead, a backup, or a liaison at a school that is missing or has left counts.\nEach gap counts once.',
    },
    barriers: {
      chain:
        'From what keeps students away to the help that answers it.\nNeeds that name a barrier, the kinds of help known to answer it, partners at work and the attendance figure stand side by side.\nThey are counted, not explained: no cause is claimed.',
    },
    network: {
      density:
        'Links there are out of links there could be.\nA partner and a school are linked when a partnership in force names the school or a service works there.\nAmong partners, a tie is a school where both deliver.',
      bridges:
        'Who would have no link to the rest if a partner left.\nOne walk over all links finds every node that holds others to the largest part.\nThose cut off are counted.',
    },
    map: {
      places:
        'Schools with their gap, partners and verified places, on the map.\nThe same rule as on the gap board, over all kinds of help.\nSchools without a known place are listed below the map.',
    },
    school: {
      enrolment:
        'Students enrolled at the school.\nThe number is the newest that was brought in by a file or entered, of the school year it names.',
      partners:
        'Partners at work at this school.\nAn organization counts once, by a running partnership that names the school or a service there.',
      needs:
        'Needs of this school that are open or being worked on.\nSuggestions nobody accepted do not count.',
    },
    site: {
      places:
        'How many students a service has room for at a place, and how many it serves.\nThe organization or the census says so; the day it was confirmed stands beside it.\nAfter the days the district has set it counts as paper.',
    },
    release: {
      shown:
        'Figures of a release that are shown, withheld, and given up.\nThe table is attacked with everything that is already in print.\nAs long as a withheld figure comes out too closely, one more is given up for it.',
      inference:
        'What everything shown tells of a withheld figure.\nA linear program gives the least and the most it could be.\nIt is kept when the range is wider than the protection interval.',
    },
    report: {
      figures:
        'Figures as they stood when the report was made.\nThey were worked out by the rules of the pages they come from and are kept as they were.\nSmall groups are withheld as everywhere.',
    },
    import: {
      rows: 'Rows of a file: read, kept, refused and repeated.\nEach row is checked by itself; a refused one is listed with its reason.\nRows that repeat what is known change nothing.',
      match:
        'How sure it is that a site is this school, or two names one organization.\nNames, streets, numbers, distance and grades each weigh for or against.\nBelow the line for certainty a person is asked.',
    },
  },
  case: {
    needs: {
      gap: '{demand} places asked for − {served} answered by verified supply = {unmet} left.',
      priority: '{severity} × {unmet} unmet × {factor} × {reach} reach = {score}',
    },
    reach: {
      schools: '{having} of {all} schools have a partner; {without} have none.',
    },
    activities: { four_cs: '{strict} of {held} activities held build all four.' },
    rounds: { answered: '{answered} of {asked} asked have answered.' },
    partnership: { kept: '{kept} of {due} due were kept in time.' },
    contribution: { cost: '{amount} delivered ÷ {students} students = {each} each.' },
    investment: { per_student: '{amount} delivered ÷ {students} students = {each} each.' },
  },
}
