import { one, spanish, trusted, type DemoOrganization } from './demo-organization.ts'

/** Food, health, counselling, mentoring and teaching: those most schools know first. */
export const careAndLearning: readonly DemoOrganization[] = [
  one(
    'Harvest Table Food Bank',
    'nonprofit',
    'Collects and shares food with families in the whole county, every week of the year.',
    'Odalys Ferreira',
    [
      ['Weekend backpack meals', 'bn_food', 'in_school', 5, 60],
      ['Summer lunch in the park', 'bn_meals', 'summer', 2, 150],
      ['Mobile pantry', 'bn_food', 'community_site', 3, 80],
    ],
    spanish,
  ),
  one(
    'Riverbend Community Health Center',
    'health',
    'Primary, dental and vision care for children, with or without insurance.',
    'Dr. Naveed Karimi',
    [
      ['School-based clinic', 'ph_primary', 'in_school', 2, 40],
      ['Dental van', 'ph_dental', 'in_school', 4, 50],
      ['Vision screening and glasses', 'ph_vision', 'in_school', 3, 70],
      ['Asthma home visits', 'ph_asthma', 'community_site', 2, 15],
    ],
    spanish,
  ),
  one(
    'Lantern Counseling Collaborative',
    'health',
    'Licensed counselors who work inside schools with students referred by staff or family.',
    'Ingrid Solheim',
    [
      ['Counseling at school', 'bh_counsel', 'in_school', 5, 24],
      ['Grief and trauma groups', 'bh_trauma', 'in_school', 2, 12],
      ['Crisis line for schools', 'bh_crisis', 'virtual', 3, 10],
    ],
    spanish,
  ),
  one(
    'Big Oak Mentors',
    'nonprofit',
    'Matches adults with young people for at least two school years.',
    'Terrence Whitfield',
    [
      ['One-to-one mentoring', 'me_one', 'after_school', 4, 18],
      ['Lunch-time groups', 'me_group', 'in_school', 3, 20],
      ['E-mentoring with alumni', 'me_virtual', 'virtual', 2, 25],
    ],
  ),
  one(
    'Page One Literacy Project',
    'nonprofit',
    'Trained readers work with children in kindergarten to third grade, three times a week.',
    'Marguerite Dubois',
    [
      ['Reading partners', 'ac_literacy', 'in_school', 4, 32],
      ['Books to keep', 'bn_supplies', 'in_school', 5, 200],
      ['Family reading nights', 'fe_workshop', 'after_school', 3, 30],
    ],
    spanish,
  ),
  one(
    'Cedar Valley State University',
    'higher_ed',
    'The public university of the region, with a college of education and a college of engineering.',
    'Prof. Hana Yoshida',
    [
      ['High-dosage tutoring', 'ac_tutor', 'in_school', 4, 45],
      ['Engineering lab days', 'ac_stem', 'community_site', 3, 60],
      ['College access advisers', 'cc_college', 'in_school', 2, 90],
      ['Summer bridge camp', 'os_summer', 'summer', 2, 40],
    ],
    { geographicLevel: 'state' },
  ),
  one(
    'Riverbend Youth Clubs',
    'nonprofit',
    'Clubs that stay open until families are home from work.',
    'Calvin Petrosyan',
    [
      ['After-school club', 'os_after', 'after_school', 5, 75],
      ['Summer day camp', 'os_summer', 'summer', 3, 110],
      ['Homework hour', 'ac_tutor', 'after_school', 3, 30],
    ],
  ),
  one(
    'Mill Creek Neighbors',
    'grassroots',
    'Parents and grandparents of Mill Creek who look after each other’s children and streets.',
    'Doña Rosalba Quintero',
    [
      ['Walking school bus', 'sc_safety', 'in_school', 2, 40],
      ['Clothes swap', 'bn_clothing', 'weekend', 2, 60],
      ['Porch tutoring', 'ac_tutor', 'community_site', 1, 12],
    ],
    { ...trusted, ...spanish },
  ),
  one(
    'Grace Harbor Church',
    'faith',
    'A congregation downtown that opens its kitchen and hall to the schools around it.',
    'Pastor Elijah Bonsu',
    [
      ['Hygiene and laundry closet', 'bn_hygiene', 'community_site', 3, 50],
      ['Winter coats', 'bn_clothing', 'in_school', 4, 80],
    ],
    trusted,
  ),
  one(
    'Masjid An-Noor Family Circle',
    'faith',
    'Families who welcome newcomers and keep a homework room on weekends.',
    'Samira Haddad',
    [
      ['Weekend homework room', 'ac_tutor', 'weekend', 1, 25],
      ['Newcomer family welcome', 'fe_workshop', 'weekend', 2, 20],
    ],
    { ...trusted, languages: ['en', 'ar', 'so'] },
  ),
  one(
    'Northwind Logistics',
    'business',
    'A warehouse employer that shows young people what work looks like.',
    'Brandon Achterberg',
    [
      ['Job shadow days', 'cc_shadow', 'community_site', 2, 20],
      ['Paid internships', 'cc_intern', 'summer', 2, 14],
    ],
  ),
  one(
    'Keystone Family Foundation',
    'philanthropy',
    'Gives grants to schools and teaches families about money.',
    'Lorraine Abernathy',
    [
      ['Career talks', 'cc_aware', 'in_school', 3, 120],
      ['Family budget workshops', 'fe_workshop', 'after_school', 2, 25],
    ],
  ),
]
