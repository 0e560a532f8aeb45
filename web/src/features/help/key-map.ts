/** What the keys do; the words are in the catalogue, the keys are what is printed on them. */
export const keyMap = [
  {
    title: 'help.everywhere',
    lines: [
      { does: 'help.map', keys: [['?']] },
      { does: 'help.palette', keys: [['Ctrl K'], ['/']] },
      { does: 'help.goDashboard', keys: [['g', 'd']] },
      { does: 'help.goLibraries', keys: [['g', 'l']] },
      { does: 'help.goOverlays', keys: [['g', 'o']] },
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
  {
    title: 'help.inEditor',
    lines: [
      { does: 'help.nudge', keys: [['←'], ['↑'], ['↓'], ['→']] },
      { does: 'help.nudgeFar', keys: [['Shift ←']] },
      { does: 'help.moveCopy', keys: [['Alt ←']] },
      { does: 'help.drag', keys: [['Alt'], ['Ctrl']] },
      { does: 'help.order', keys: [['['], [']']] },
      { does: 'help.undo', keys: [['Ctrl Z'], ['Ctrl Shift Z']] },
      { does: 'help.duplicate', keys: [['Ctrl D']] },
      { does: 'help.copyPaste', keys: [['Ctrl C'], ['Ctrl X'], ['Ctrl V']] },
      { does: 'help.delete', keys: [['Del']] },
      { does: 'help.rename', keys: [['F2']] },
      { does: 'help.hideLock', keys: [['h'], ['l']] },
      { does: 'help.addLayer', keys: [['a']] },
      { does: 'help.chooseItem', keys: [['i']] },
      { does: 'help.yaml', keys: [['y']] },
      { does: 'help.save', keys: [['Ctrl S']] },
      { does: 'help.zoom', keys: [['+'], ['-'], ['0'], ['1']] },
    ],
  },
] as const;
