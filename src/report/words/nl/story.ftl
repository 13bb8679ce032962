# Het verhaal van een businesscase: de presentatie (deck.pptx) en het korte verslag (short.html).

story-proposal = Het voorstel
story-proposal-finding = { $case }: { $months } maanden voor { $cost } aan kosten, contant gemaakt
story-proposal-horizon = Looptijd
story-true-finding = De meeste kans om het rendabel te maken: { $name }, { $needs } – een kans van { $chance }
story-true-none = Geen enkele aanname maakt het op zichzelf waarschijnlijk rendabel
story-true-holds = Het is rendabel zolang dit geldt: { $name }, { $needs } – een kans van { $chance }
story-true-always = Geen enkele aanname maakt het op zichzelf verliesgevend
story-lenses-finding = Bij andere aannames over klanten loopt de mediaan van { $low } tot { $high }
story-caveats-finding = Om in gedachten te houden bij het besluit
story-left-out = nog { $rows } in het rapport
story-written = Dia’s: { $file }
story-chance = kans
story-years-finding = Na { $years } jaar is er { $total } aan kas over, vandaag { $value } waard
