/** What a music agent would say about a genre: moods to filter by, and finer styles. */
export const moodsOf: Record<string, { moods: readonly string[]; styles: readonly string[] }> = {
  'Indie Folk': { moods: ['Wistful', 'Autumnal', 'Intimate'], styles: ['Chamber Folk', 'Sea Songs'] },
  Jazz: { moods: ['Nocturnal', 'Relaxed', 'Smoky'], styles: ['Cool Jazz', 'Piano Trio'] },
  Electronic: { moods: ['Mechanical', 'Hypnotic', 'Cold'], styles: ['Motorik', 'Minimal Wave'] },
  Chanson: { moods: ['Romantic', 'Witty', 'Bittersweet'], styles: ['Cabaret', 'Nouvelle Chanson'] },
  Rock: { moods: ['Dusty', 'Driving', 'Rowdy'], styles: ['Desert Rock', 'Roots Rock'] },
  Ambient: { moods: ['Still', 'Icy', 'Meditative'], styles: ['Drone', 'Harmonium'] },
  Afrobeat: { moods: ['Joyous', 'Propulsive', 'Communal'], styles: ['Highlife', 'Mbalax'] },
  Classical: { moods: ['Elegant', 'Delicate', 'Reflective'], styles: ['Études', 'Chamber Music'] },
  Disco: { moods: ['Glittering', 'Exuberant', 'Sensual'], styles: ['Italo Disco', 'Boogie'] },
  Brass: { moods: ['Boisterous', 'Festive', 'Defiant'], styles: ['Street Band', 'Marching Band'] },
};
