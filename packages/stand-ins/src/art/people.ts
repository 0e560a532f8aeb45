import type { Rng } from './random.ts';

const given =
  'Mira Jonas Ilse Teodor Anouk Rafael Sunniva Cosmo Leonie Mateus Hedda Kasimir Noor Elio Petra Yusuf Saoirse Bram Lucinda Emeka Freja Ottoline Dario Vesna Tobiah Ingrid Marek Odalys Silas Aiko Renzo Thandie Lev Isaura Caspian Wren Amadou Judit Florian Zelda'.split(
    ' ',
  );
const family =
  'Holten Vaara Marchetti Okonjo-Bell Lindqvist Abernethy Castellane Duvrieux Farrow-Quist Galanis Harrowgate Ishiguri Janvier Kestrelli Lovelund Morrowind Nightingall Ostrander Pellegard Quillfeather Rosenthorn Szabados Tremaine-Kaur Umberly Vasconde Wetherlake Yarborough Zamorane Brandtvik Corrigane Delacroft Eskelund Fennimoor Grauhaven Halvorsten Ivaldi Kowalenko Laurentane Mbekoni Norrgate'.split(
    ' ',
  );
const studios =
  'Northlight Pictures|Paper Lantern Films|Blue Hour|Salt & Cedar|Harbour Street Features|Tin Moon|Ninth Row|Glasshouse|Old Mill Film Company|Long Shadow|Fernweh Film|Kite & Anchor'.split(
    '|',
  );

export const inventedPerson = (rng: Rng): string => `${rng.pick(given)} ${rng.pick(family)}`;
export const inventedStudio = (rng: Rng): string => rng.pick(studios);
