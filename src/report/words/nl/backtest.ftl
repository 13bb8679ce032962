# Het model naast wat elders gebeurde.

back-title = Toets aan wat elders gebeurde
back-trials = { $trials } simulaties per sector en bril, startgetal { $seed }
back-lead = Wat het model zegt van gepubliceerde uitkomsten, in de sector waar ze vandaan komen: P5, mediaan en P95 over de simulaties; en of wat gezien is daartussen ligt.
back-covers-corrected = { $lens }: { $covered } van { $slopes } gepubliceerde hellingen van omzet liggen erbinnen, wat gezien is gecorrigeerd voor wie gepubliceerd wordt en voor oorzaak; gezien gedeeld door voorspeld { $ratio } (meetkundig gemiddelde, zonder de helling van 0).
back-covers-face = { $lens }: { $covered } van { $slopes } zoals gepubliceerd; gezien gedeeld door voorspeld { $ratio }.
back-seen = gezien
back-verdict = oordeel
back-inside = erbinnen
back-below = onder P5
back-above = boven P95
back-partly = deels
back-none = geen
back-upper = de betere helft van volledige levering
back-units = BS: omzet van jaar 5 per punt van het gemiddelde cijfer (0 tot 10). BR: stijging van het cijfer bij volledige levering. BE: medewerkers. BW: hele programma’s. Aandelen en relatieve veranderingen in procenten.
back-fit = Het oorzakelijke deel is gekozen met BS1 tot BS13 in zicht, door beide brillen: hun dekking is een aanpassing, geen bewijs.
back-selected = BR2, BR4, BR7, BW2 en BW3 zijn gepubliceerd omdat ze goed gingen: ze staan naast de betere helft van volledige levering, nooit naast alle uitkomsten. Zo ook BR6, waarvan het model niets zegt.
back-made = Gemaakt met delight backtest --format md. Eigen gevallen: delight backtest --cases own.toml, een bestand met tabellen [[case]] met id, predict (slope, score, score-by-engagement, connected-by-engagement, turnover, revenue, odds, delivered), preset, seen (een getal, of twee grenzen), factor, what en source; met no_verdict = "waarom" staat een geval er zonder oordeel.
back-figure = Gepubliceerde uitkomsten naast wat de bril { $lens } voorspelt: { $covered } van { $slopes } hellingen erbinnen
back-figure-subtitle = Balken: P5 tot P95, alle even breed; streep: mediaan; stip: gezien; pijl: verder weg
back-written = Figuren en backtest.json: { $folder }
verified-seen = gezien
verified-abstract = samenvatting
verified-second-hand = uit tweede hand
verified-memory = uit het hoofd
verified-own = eigen
back-cases = De gevallen
