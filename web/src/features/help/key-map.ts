/** What the keys do; the words are in the catalogue, the keys are what is printed on them. */
export const keyMap = [
  {
    title: 'help.everywhere',
    lines: [
      { does: 'help.map', keys: [['?']] },
      { does: 'help.palette', keys: [['Ctrl K'], ['/']] },
      { does: 'help.goDashboard', keys: [['g', 'd']] },
      { does: 'help.goLibraries', keys: [['g', 'l']] },
      { does: 'help.goSystem', keys: [['g', 's']] },
      { does: 'help.goSettings', keys: [['g', ',']] },
    ],
  },
  {
    title: 'help.inGrids',
    lines: [
      { does: 'help.search', keys: [['/']] },
      { does: 'help.move', keys: [['←'], ['↑'], ['↓'], ['→'], ['j'], ['k']] },
      { does: 'help.rowEnds', keys: [['Home'], ['End']] },
      { does: 'help.ends', keys: [['Ctrl Home'], ['Ctrl End']] },
      { does: 'help.pages', keys: [['Page Up'], ['Page Down']] },
      { does: 'help.open', keys: [['Enter']] },
      { does: 'help.back', keys: [['Esc']] },
    ],
  },
] as const;
