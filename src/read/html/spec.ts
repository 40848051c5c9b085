/** Sets of the HTML Living Standard; they are grammar, not taste. */
export const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements that browsers lay out as blocks. */
export const BLOCK = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre search section ' +
    'summary table tbody td tfoot th thead title tr ul'
  ).split(' '),
);

/** Elements that the next of their kind closes when its end tag was left out. */
export const SELF_CLOSING_SIBLINGS = new Set('dd dt li option p td th tr'.split(' '));

/** Length and link density of a block of running text (Kohlschütter, Fankhauser & Nejdl, WSDM 2010, put links at 1/3). */
export const GOOD_LENGTH = 60;
export const GOOD_PARAGRAPH = 30;
export const GOOD_LINKS = 0.34;
