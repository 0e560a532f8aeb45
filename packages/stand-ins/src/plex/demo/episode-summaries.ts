const told = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

/** One sentence for every episode, in the order of the titles in `series.ts`. */
export const episodeSummaries: Record<string, readonly string[][]> = {
  'Harbour Street': [
    told(`
      A body is found where no tide should have left it, and the harbour master finds her former husband's name in its pocket.
      The pilot swears he never left the bridge; his wife knows which night he means.
      A freighter sits too high in the water, and Imogen wants to know what it threw overboard.
      Every rope in the chandler's window is tied by a man who drowned in March.
      Two salvors claim the same wreck, and one of them was on it.
      The old customs shed burns with the ledgers inside, all but the page somebody posted to the police.
      The highest water in forty years lifts a car, a coffin and a confession.
      Berth nine has been empty since the flood, and somebody has been paying rent on it.
    `),
    told(`
      In three days of fog the port runs on sound alone, and one of the horns is lying.
      The dredger brings up a safe, and half the town volunteers to look away.
      A boy in yellow oilskin is seen on every camera and known to nobody.
      The free port is free for everyone but the woman who guards it.
      Two families share a quay, a grudge and now a daughter-in-law.
      Forty crates are declared, forty-one are unloaded.
      A new hull slides down the slipway with a stowaway nailed inside.
      The barometer falls, and so does the only alibi of the season.
    `),
    told(`
      A drained dock shows what has been holding the gates shut.
      A ship with six flags needs one honest answer, and asks the wrong officer.
      The clerk who counts the cargo stops counting, aloud, in court.
      Every hour at the quay costs a fortune, and somebody is buying hours.
      A line on a hull saved a thousand lives; a line in a file may cost two.
      Nothing may be loaded and nothing may be said until the lawyers land.
      The wall that keeps the sea out has a door in it after all.
      The detective signs the last report, and the harbour master decides where to moor.
    `),
  ],
  'The Understudies': [
    told(`
      On her first night in the wings Jo learns the oldest rule of the trade: wish the star well, and mean it until eight o'clock.
      A single cough in act one sends five people running for the same costume.
      Dev has forty seconds to become a duchess and one zip that will not.
      The good dressing room falls vacant, and diplomacy fails at once.
      Mina forgets her line in a play she is not in.
      A matinee for nine hundred schoolchildren is survived by most of the cast.
      The director gives notes to everyone who was there, and to three who were not.
    `),
    told(`
      In previews anything may still change, and by Thursday the ending has, twice.
      A swing knows eleven parts, and tonight they are all on stage together.
      The applause is enormous, deserved, and for the other Jo Palmer.
      On the one dark day of the week the theatre holds its own auditions.
      Dev's parents get house seats on the only night he is certain not to appear.
      Cast and orchestra meet for the first time and disagree about who follows whom.
      The last curtain, a flat tyre on the star's taxi, and a very quiet voice from the prompt corner: go.
    `),
  ],
  'Meridian Nine': [
    told(`
      The relay comes out of eclipse and receives a weather report for a day that has not happened.
      Maya plots where the messages come from and arrives at her own bunk.
      With the heaters down, the crew votes on whether to read the next one.
      Part of a message is missing, and everybody on board is sure which part.
      A supply ship asks for a password that will be agreed upon next week.
      There is a tenth voice on a station built for nine.
      The back-up of the back-up remembers a different mission.
      Lars tunes out the future and finally hears what is wrong with the engine.
    `),
    told(`
      Every answer now takes eleven minutes longer than it should, and the distance has not changed.
      Somebody on the far colony has been apologising for years.
      Two copies of the log agree on everything except who is keeping it.
      A drill turns the station dark; when the lights return, so does a crew member.
      The crew sends one question back along the line and waits for itself.
      A message with an hour to live carries a name, and the name is on watch.
      Nine stations stand between the colonies, and one of them is walking.
      The last message is read aloud by the only person it was not addressed to.
    `),
  ],
  'Bread and Feathers': [
    told(`
      Flour doubles in a night, and the baker begins to weigh his neighbours.
      A duchess orders a hat with a bird that does not exist, for a ball that may not either.
      The queen's lace is pawned, copied and worn by the wrong woman.
      Something is rising in the cellar, and it is not only the dough.
      Behind the shutters of the courtyard three households overhear the same plan.
      On the first day without bread the bakery has its longest queue.
    `),
    told(`
      A ribbon in the wrong colour may cost the milliner her trade, or make it.
      Two hundred guests, one table, and an invitation signed by nobody.
      Fine feathers are forbidden, so Hélène learns to stitch them on the inside.
      Men swear an oath on a court built for games; Luc brings the rolls.
      Everything that falls from the table of the great is counted by the small.
      The prison falls at noon, and the ovens have to be lit by one.
    `),
    told(`
      Ten days to the week, and no one can agree on when to bake.
      White bread is treason, so the baker paints his.
      Three colours, one apron, and a seamstress who will not be hurried.
      There is a list in the courtyard, and everyone can read by now.
      A condemned woman orders one last hat, and means to be looked at.
      In the hottest month of the new year the revolution runs out of yeast.
    `),
    told(`
      Five men rule, four of them owe the bakery money.
      Silk is allowed again, but only to those who remember how to wear it.
      A short officer with a good appetite asks what the street is talking about.
      A cake is baked for a wedding that both sides would rather forget.
      Old accounts are settled in flour, in feathers and, once, in blood.
      Ten years on, the courtyard opens its doors and looks at what it has made.
    `),
  ],
  'Small Mercies': [
    told(`
      Maeve takes over at nine with eleven patients, two nurses and a boiler that has begun to hum.
      At every hour somebody must be woken to be asked whether they are sleeping.
      On a bank holiday the hospital belongs to whoever has the keys.
      The next of kin arrives from two countries with two different names for him.
      In the quiet room Ciara says the sentence she has practised on the stairs.
      The agency sends a nurse who has been here before, as a patient.
      Ward six has been closed since spring, yet its bell rings at four.
      Tadhg is discharged and cannot find a single reason to go home.
    `),
    told(`
      Snow shuts the road, and the night shift becomes the day shift becomes the night shift.
      With one bed and three ambulances, kindness has to be put in order.
      A blue folder goes missing, and with it eleven years of good intentions.
      Visiting hours are over, but nobody has the heart to tell the dog.
      A man who may not eat describes, course by course, the dinner that brought him here.
      The consultant does her rounds a day early and finds the ward being itself.
      It stops. For nine minutes everyone hears how quiet the building really is.
      The shift ends, the sun comes up over the car park, and somebody asks who is on tonight.
    `),
  ],
  'Tin Moon Tales': [
    told(`
      A rivet falls off the Moon and lands in a porridge pot, which suits nobody.
      A spoon runs away to sea and finds that the sea is soup.
      A very small bell is looking for a very brave mouse.
      A star that has gone rusty is taught to shine sideways.
      Bolt and Nut quarrel, and for one whole night nothing holds.
      The kettle takes a holiday somewhere cold.
      A piece of foil is mistaken for a ghost, and rather likes it.
      The tinker has one screw left and two holes in the sky.
      A patch of night is sewn on the wrong way round, and it is morning at bedtime.
      Everybody in the sky is asleep except one little lamp.
    `),
    told(`
      A hinge wants to know what is on the other side of the door it holds.
      It rains buttons, and the town comes undone.
      A knight in a thimble rides out against the vacuum cleaner.
      Copper and Verdigris are the same age, and neither believes it.
      A very long nail has a very short temper.
      The music box has forgotten its middle.
      A tin ear hears something that everyone else has missed.
      Solder is terribly shy and sticks to everyone he meets.
      A washer loses her bolt and rolls off to see the world.
      The Moon says good morning for the first time, and the tinker takes the day off.
    `),
  ],
  'Cold Ground': [
    told(`
      The thaw uncovers a hand that is younger than the ice it lay in.
      Where the ground never melts, somebody has been digging.
      The man who cuts the peat has kept everything he ever found, in order of sorrow.
      Kari reads a skeleton, and the skeleton has read her mail.
      Under the chapel floor lie eight graves for seven names.
      The glacier carries its dead to the valley one metre a year, and is about to arrive.
      The river takes back the evidence; Torstein goes in after it.
      A thin layer of good soil covers what the whole village agreed to forget.
    `),
    told(`
      The frost lifts stones, fences and the lid of a well.
      Someone has moved the reindeer fence by night, always by one post.
      A dark line in the earth gives the fire a date, and the date an owner.
      In a hut below the ice the clock has stopped at a time that suits too many people.
      A voice was heard from the well in 1958; this spring it is heard again.
      The laboratory sends a number, and the sheriff wishes it had not.
      A landslide has a sound, says the old man, like somebody changing his mind.
      The first snow falls on an open case, and Torstein finally goes fishing.
    `),
    told(`
      A car goes through the ice of a lake that has been frozen for a month.
      The grave was dug twice, by two people who never met.
      Lichen grows a millimetre a year, which makes it the only honest witness.
      Above the tree line there is nothing to hide behind, and someone is hiding there.
      A core of ice holds forty winters and one cigarette.
      The mountain lets go, and the valley has four minutes.
      The ground is soft at last, and what was kept can be given back.
    `),
  ],
  'How Things Are Mended': [
    told(`
      A stone bridge is taken down, numbered and built again by people who will never drive across it.
      A violin that survived a shipwreck is persuaded to sing below the waterline of its own varnish.
      A river is given back its bends, one digger and one beaver at a time.
      A tower clock is cleaned by three generations, who disagree about lunch.
      A fishing net is mended by the last woman who knows its knot, and by nine who are learning.
      A language with four speakers gets a fifth, aged two.
    `),
    told(`
      Divers plant a reef by hand and come back every month to see who has moved in.
      A thatched roof, a drought and a thatcher who can hear the rain coming.
      A film thought lost is dried on washing lines, frame by frame by frame.
      A saddle is restitched for a rider who has not been on a horse in thirty years.
      A cracked bell is recast, and the village argues about the note.
      Two brothers who have not spoken since 1987 repair a boat, and, without saying so, the rest.
    `),
  ],
};
