import type { Row } from './row.ts';

/** Spanish. */
export const SPANISH: readonly Row[] = [
  {
    text: 'El portavoz del Ejército afirmó que la ciudad de Tarna fue tomada el 3 de marzo de 2021. Nadie murió.',
    sentences: 2,
    says: [
      'El portavoz del Ejército',
      'afirmó',
      'que la ciudad de Tarna fue tomada el 3 de marzo de 2021',
      'asserted',
    ],
    times: [['el 3 de marzo de 2021', '2021-03-03']],
  },
  {
    text: 'El Sr. Prado y la Dra. Vega vivían en Tarna. Se fueron ayer.',
    sentences: 2,
    tokens: 'El Sr. Prado y la Dra. Vega vivían en Tarna . Se fueron ayer .',
    times: [['ayer', '2031-05-13']],
  },
  {
    text: '«No hemos atacado el mercado», dijo el ministro.',
    sentences: 1,
    says: ['el ministro', 'dijo', '«No hemos atacado el mercado»', 'asserted'],
  },
  {
    text: 'Según los vecinos, tres casas fueron destruidas anoche.',
    says: ['los vecinos', 'Según', 'tres casas fueron destruidas anoche'],
    times: [['anoche', '2031-05-13']],
  },
  {
    text: 'El gobierno negó el ataque.',
    says: ['El gobierno', 'negó', 'el ataque', 'denied'],
  },
  {
    text: 'La milicia alega que el puente cayó la semana pasada.',
    says: ['La milicia', 'alega', 'que el puente cayó la semana pasada', 'doubted'],
    times: [['semana pasada', '2031-W19']],
  },
  {
    text: 'La OTAN, la ONU y los hutíes negocian en Alepo con Turquía.',
    names: [
      ['OTAN', 'org/nato'],
      ['ONU', 'org/un'],
      ['hutíes', 'group/houthis'],
      ['Alepo', 'place/SY/Aleppo'],
      ['Turquía', 'state/tr'],
    ],
  },
  {
    text: 'Supuestamente hubo un ataque a finales de abril.',
    says: ['', 'Supuestamente', 'hubo un ataque a finales de abril', 'doubted'],
    times: [['finales de abril', '2031-04']],
  },
  {
    text: 'La base fue evacuada en marzo de 2030 y ocupada el 05/04/2030.',
    times: [
      ['marzo de 2030', '2030-03'],
      ['05/04/2030', '2030-04-05'],
    ],
  },
  {
    text: 'El coronel Luis Prado aseguró a los periodistas que no hubo víctimas.',
    says: ['El coronel Luis Prado', 'aseguró', 'que no hubo víctimas'],
  },
  {
    text: 'El presidente de EE. UU. viajó el lunes pasado a Irak.',
    sentences: 1,
    names: [['Irak', 'state/iq']],
    times: [['lunes pasado', '2031-05-12']],
  },
  {
    text: 'El alcalde negó a la agencia que hubiera presos. ¿Quién los vio? Nadie responde.',
    sentences: 3,
  },
  {
    text: 'Las Fuerzas Democráticas Sirias dejaron la mañana del martes el cuartel.',
    names: [['Fuerzas Democráticas Sirias', 'group/sdf']],
  },
];
