import type { Row } from './row.ts';

/** German. */
export const GERMAN: readonly Row[] = [
  {
    text: 'Ein Sprecher der Armee sagte, die Stadt Tarna sei am 3. März 2021 befreit worden. Niemand starb.',
    sentences: 2,
    says: [
      'Ein Sprecher der Armee',
      'sagte',
      'die Stadt Tarna sei am 3. März 2021 befreit worden',
      'asserted',
    ],
    times: [['3. März 2021', '2021-03-03']],
  },
  {
    text: 'Dr. Brand und Prof. Kranz lebten z. B. in Tarna. Sie zogen weg.',
    sentences: 2,
  },
  {
    text: '„Wir haben den Markt nicht angegriffen“, erklärte der Minister.',
    sentences: 1,
    says: ['der Minister', 'erklärte', '„Wir haben den Markt nicht angegriffen“', 'asserted'],
  },
  {
    text: 'Laut Anwohnern wurden drei Häuser gestern Abend zerstört.',
    says: ['Anwohnern', 'Laut', 'wurden drei Häuser gestern Abend zerstört'],
    times: [['gestern Abend', '2031-05-13TEV']],
  },
  {
    text: 'Das Ministerium dementierte die Berichte.',
    says: ['Das Ministerium', 'dementierte', 'die Berichte', 'denied'],
  },
  {
    text: 'Die Miliz behauptet, dass die Brücke vergangene Woche einstürzte.',
    says: ['Die Miliz', 'behauptet', 'dass die Brücke vergangene Woche einstürzte', 'doubted'],
    times: [['vergangene Woche', '2031-W19']],
  },
  {
    text: 'Die Nato und die Hisbollah verhandeln seit dem 03.04.2031 in Damaskus.',
    names: [
      ['Nato', 'org/nato'],
      ['Hisbollah', 'group/hezbollah'],
      ['Damaskus', 'place/SY/Damascus'],
    ],
    times: [['03.04.2031', '2031-04-03']],
  },
  {
    text: 'Syriens Nachbarn und die Vertreter des Islamischen Staats kamen nicht.',
    names: [
      ['Syriens', 'state/sy'],
      ['Islamischen Staats', 'group/isis'],
    ],
  },
  {
    text: 'Wie die Behörden mitteilten, wurden Anfang Mai zwei Brücken gesprengt.',
    says: ['die Behörden', 'mitteilten', 'wurden Anfang Mai zwei Brücken gesprengt'],
    times: [['Anfang Mai', '2031-05']],
  },
  {
    text: 'Die Lage ist angeblich ruhig. Der 12. Mai 2030 war anders.',
    sentences: 2,
    times: [['Der 12. Mai 2030', '2030-05-12']],
  },
  {
    text: 'Der Kommandeur bestritt, dass es Gefangene gab.',
    says: ['Der Kommandeur', 'bestritt', 'dass es Gefangene gab', 'denied'],
  },
  {
    text: 'Zwei Tage später floh die Familie, u. a. nach Moskau. Im Sommer 2029 kam sie zurück.',
    sentences: 2,
    names: [['Moskau', 'place/RU/Moscow']],
    times: [['Sommer 2029', '2029-SU']],
  },
];
