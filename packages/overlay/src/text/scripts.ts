import { tagOf } from './harfbuzz-module.ts';

/** ISO 15924 names of scripts that are written by code points; the most frequent ones first. */
const NAMES =
  `Latn Zyyy Zinh Cyrl Grek Hebr Arab Hira Kana Hani Hang Thai Deva Armn Geor Adlm Aghb Ahom Armi Avst Bali Bamu Bass
Batk Beng Berf Bhks Bopo Brah Brai Bugi Buhd Cakm Cans Cari Cham Cher Chrs Copt Cpmn Cprt Diak Dogr Dsrt Dupl Egyp Elba
Elym Ethi Gara Glag Gong Gonm Goth Gran Gujr Gukh Guru Hano Hatr Hluw Hmng Hmnp Hung Ital Java Kali Kawi Khar Khmr Khoj
Kits Knda Krai Kthi Lana Laoo Lepc Limb Lina Linb Lisu Lyci Lydi Mahj Maka Mand Mani Marc Medf Mend Merc Mero Mlym Modi
Mong Mroo Mtei Mult Mymr Nagm Nand Narb Nbat Newa Nkoo Nshu Ogam Olck Onao Orkh Orya Osge Osma Ougr Palm Pauc Perm Phag
Phli Phlp Phnx Plrd Prti Rjng Rohg Runr Samr Sarb Saur Sgnw Shaw Shrd Sidd Sidt Sind Sinh Sogd Sogo Sora Soyo Sund Sunu
Sylo Syrc Tagb Takr Tale Talu Taml Tang Tavt Tayo Telu Tfng Tglg Tibt Tirh Tnsa Todr Tols Toto Tutg Ugar Vaii Vith Wara
Wcho Xpeo Xsux Yezi Yiii Zanb`.split(/\s+/);

export const COMMON = tagOf('Zyyy');
export const INHERITED = tagOf('Zinh');
const UNKNOWN = tagOf('Zzzz');

interface Script {
  tag: number;
  has: RegExp;
}

/** Null for a script that is younger than this engine's Unicode tables. */
function scriptNamed(name: string): Script | null {
  try {
    return { tag: tagOf(name), has: new RegExp(`^\\p{sc=${name}}`, 'u') };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

let scripts: Script[] | null = null;
const known = new Map<number, number>();

/** The script of a character, as the tag that HarfBuzz takes. */
export function scriptOf(character: number): number {
  const remembered = known.get(character);
  if (remembered !== undefined) return remembered;
  scripts ??= NAMES.map(scriptNamed).filter((script) => script !== null);
  const text = String.fromCodePoint(character);
  const tag = scripts.find(({ has }) => has.test(text))?.tag ?? UNKNOWN;
  known.set(character, tag);
  return tag;
}
