/**
 * What is published of the rules behind figures: a code and the work as it is cited. `house` stands for a rule of this
 * product that no publication gives. Titles are not translated.
 */
export const figureSources = {
  house: '',
  dual_capacity:
    'Mapp & Kuttner (2013), Partners in Education: A Dual Capacity-Building Framework, pages 10–11',
  objectives: 'Objectives 21 to 23 of a district’s strategic plan: engagement, family survey, internships',
  mtss: 'Multi-tiered system of supports; Communities In Schools, Our Model: the share of students each tier is for',
  seni: 'Los Angeles Unified, Student Equity Need Index (SENI)',
  unequal_partners:
    '“Them that’s got”: how school partnerships perpetuate inequalities, Phi Delta Kappan; study of 211 New York City high schools',
  small_numbers:
    'Family Educational Rights and Privacy Act, 34 CFR 99.31(b); California LaunchBoard, suppression; Maryland, top and bottom codes',
  results: 'Results-Based Accountability (Clear Impact)',
  network: 'Visible Network Labs, PARTNER: degree, density and ties; trust and value',
  step_days: 'Renton School District, How to become a partner: steps with durations',
  oakland: 'Oakland Unified, Annual Partnership Process: agreements of three years preferred',
  two_sides: 'Philadelphia Office of Strategic Partnerships: School Snapshot and Partnerships Census',
  work_learning: 'Work-based learning continuum (Seattle, Long Beach)',
  bootstrap:
    'Cameron, Gelbach & Miller (2008), Bootstrap-based improvements for inference with clustered errors; What Works Clearinghouse, baseline equivalence',
  attendance: 'Attendance Works: four families of barriers to attendance',
} as const
export type FigureSource = keyof typeof figureSources
