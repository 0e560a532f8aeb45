/** Four tones from dark to light, and two colours that may shout. */
export interface Palette {
  night: string;
  deep: string;
  middle: string;
  pale: string;
  accent: string;
  spark: string;
}

const tones = (night: string, deep: string, middle: string, pale: string, accent: string, spark: string) => ({
  night,
  deep,
  middle,
  pale,
  accent,
  spark,
});

export const palettes = {
  ember: tones('#1a0d14', '#4f1c28', '#b04a3c', '#f5d6ac', '#f28c38', '#ffe3ab'),
  fjord: tones('#0b1a24', '#1d4252', '#6a96a2', '#e4ece8', '#e9a23b', '#f8e8c4'),
  rosewood: tones('#1b0f16', '#572438', '#b95f6c', '#f5dfd4', '#e8b04a', '#fbe9c8'),
  moss: tones('#0f180f', '#2c4429', '#7f9158', '#eeecd5', '#dd6a2f', '#f3c95c'),
  ultraviolet: tones('#0c0720', '#2e1360', '#8a2fa9', '#ffd9f4', '#ff3d8b', '#2de2e6'),
  ochre: tones('#20180f', '#6a4419', '#cc8d2d', '#f7e9c8', '#b8322a', '#1f5d62'),
  press: tones('#0e0e10', '#2b2c30', '#85878d', '#f0ede6', '#d0352b', '#ecdcb2'),
  lagoon: tones('#05222a', '#0e5360', '#3fa39b', '#e9f5e6', '#ff7a59', '#ffe08a'),
  peach: tones('#2a1430', '#6e2f64', '#e1757f', '#fde5d2', '#ffb35c', '#9fd8cb'),
  arctic: tones('#0e1d32', '#315884', '#9dbfd8', '#f4f8fa', '#e4572e', '#ffd8a8'),
  sahara: tones('#2a130c', '#8a3b1e', '#de8b4c', '#fce9cf', '#2a7f86', '#fff3d3'),
  mint: tones('#1a2829', '#2d6a63', '#8cc6af', '#f7f0df', '#e5533d', '#f0b93b'),
  mustard: tones('#201f1c', '#5b4b30', '#d9a726', '#f6edd9', '#cf4520', '#24748f'),
  noir: tones('#070708', '#1b1b1e', '#716f6a', '#ebe6da', '#c3281f', '#f1d9a0'),
  sepia: tones('#160e09', '#43291a', '#a67a4e', '#f2e1c3', '#c4512d', '#fcefcd'),
  cobalt: tones('#070d2b', '#14308a', '#4f7fe0', '#e9effc', '#ffb703', '#ff5d5d'),
  orchid: tones('#160a21', '#462066', '#b06cd2', '#f7e8fb', '#ffd166', '#7ae7c7'),
  blood: tones('#110406', '#4a0a12', '#a91d27', '#f5e0d8', '#e6402f', '#f6c58f'),
  aurora: tones('#05191d', '#0c433f', '#2fa578', '#e5f8de', '#b8f25a', '#9a7cf5'),
  tangerine: tones('#281107', '#a43a10', '#f5822b', '#fff1de', '#0f6e7c', '#ffd43b'),
  slate: tones('#11151b', '#38434e', '#95a4b1', '#eff2f3', '#f0c04a', '#e06d5a'),
  bordeaux: tones('#1d0710', '#641026', '#b0434f', '#f6e7d6', '#d99a2b', '#f3d9a4'),
  pine: tones('#07130f', '#143629', '#4f8063', '#e8eedd', '#f2b134', '#fbe3a1'),
  dusk: tones('#141028', '#3a2a5c', '#a5608f', '#fbd9c3', '#ff8f5a', '#ffe0a3'),
} satisfies Record<string, Palette>;
