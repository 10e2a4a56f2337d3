/** The figure each objective is. */
export const objectiveFigures = {
  seats_meet_demand: 'objective.seats',
  activities_build_four_cs: 'objective.four_cs',
  families_respond_favorably: 'objective.families',
} as const
