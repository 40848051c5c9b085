import type { Row } from './row.ts';

/** French. */
export const FRENCH: readonly Row[] = [
  {
    text: 'Le 3 mars 2021, le ministre de la Défense a annoncé la reprise de Tarna. Aucun civil n’a été blessé.',
    sentences: 2,
    times: [['Le 3 mars 2021', '2021-03-03']],
    says: ['le ministre de la Défense', 'a annoncé', 'la reprise de Tarna'],
  },
  {
    text: 'M. Duval et Mme Roche vivaient à Tarna. Ils sont partis.',
    sentences: 2,
    tokens: 'M. Duval et Mme Roche vivaient à Tarna . Ils sont partis .',
  },
  {
    text: '« Nous n’avons pas attaqué le marché », a affirmé le ministre.',
    sentences: 1,
    says: ['le ministre', 'a affirmé', '« Nous n’avons pas attaqué le marché »', 'asserted'],
  },
  {
    text: 'Selon des habitants, trois maisons ont été détruites hier soir.',
    says: ['des habitants', 'Selon', 'trois maisons ont été détruites hier soir'],
    times: [['hier soir', '2031-05-13TEV']],
  },
  {
    text: 'Le général Paul Morand a démenti ces accusations la semaine dernière.',
    says: ['Le général Paul Morand', 'a démenti', 'ces accusations la semaine dernière', 'denied'],
    times: [['semaine dernière', '2031-W19']],
  },
  {
    text: 'Le porte-parole de la milice prétend que le pont a sauté le 12/04/2031.',
    says: ['Le porte-parole de la milice', 'prétend', 'que le pont a sauté le 12/04/2031', 'doubted'],
    times: [['12/04/2031', '2031-04-12']],
  },
  {
    text: 'En janvier dernier, l’OTAN et l’armée israélienne ont quitté Alep.',
    names: [
      ['OTAN', 'org/nato'],
      ['armée israélienne', 'mil/il'],
      ['Alep', 'place/SY/Aleppo'],
    ],
    times: [['janvier dernier', '2031-01']],
  },
  {
    text: 'Le maire a déclaré qu’aucune école n’était ouverte.',
    says: ['Le maire', 'a déclaré', 'qu’aucune école n’était ouverte'],
  },
  {
    text: 'Le gouvernement n’a pas démenti l’information.',
    says: ['Le gouvernement', 'n’a pas démenti', 'l’information', 'asserted'],
  },
  {
    text: 'Deux ponts, dont celui de Sorva, ont cédé dès le 1er août 2030.',
    times: [['le 1er août 2030', '2030-08-01']],
  },
  {
    text: 'La Russie, l’Irak et les Forces démocratiques syriennes négocient depuis lundi dernier à Damas.',
    names: [
      ['Russie', 'state/ru'],
      ['Irak', 'state/iq'],
      ['Forces démocratiques syriennes', 'group/sdf'],
      ['Damas', 'place/SY/Damascus'],
    ],
    times: [['lundi dernier', '2031-05-12']],
  },
  {
    text: 'Le village compte env. 400 habitants, etc. Il est vide depuis 2019.',
    sentences: 2,
    times: [['2019', '2019']],
  },
  {
    text: 'Un obus est tombé sur le village avant-hier, a indiqué un habitant de Sorva.',
    times: [['avant-hier', '2031-05-12']],
    says: ['un habitant de Sorva', 'a indiqué', 'Un obus est tombé sur le village avant-hier'],
  },
];
