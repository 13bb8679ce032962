# Betekenis en eenheid van elke invoer: het grootboek van aannames. Het Engels staat in de code van het model.

# Excellente dienstverlening
input-excellence-now = volwassenheid van dit element nu
input-programme-target = volwassenheid van dit element waar het programma naar streeft
input-programme-start_month = maand waarna het werk aan dit element begint
input-effects-excellence-weakest_link = deel van een vermogen dat door het zwakste element wordt bepaald

# Programma
input-programme-intensity = omvang van het programma: 0 niets, 1 zoals beschreven, 2 dubbele inzet
input-programme-diminishing = hoe snel extra inzet minder oplevert: 0 evenredig, 1,5 gebruikelijk
input-programme-embed_months = tijdconstante waarmee een verandering beklijft
input-programme-fade_months = tijdconstante waarmee zij wegebt zodra de inzet stopt
input-programme-success_probability = kans dat een programma van gemiddelde breedte volledig wordt uitgevoerd
input-programme-breadth_effect = wat werken aan alle negen elementen in plaats van één toevoegt aan de log-odds van volledige uitvoering
input-programme-partial_probability = kans op gedeeltelijke uitvoering, als die niet volledig is
input-programme-partial_delivery = deel van de verandering dat bij gedeeltelijke uitvoering wordt bereikt
input-programme-harm_probability = kans op schade, als de uitvoering volledig noch gedeeltelijk is
input-programme-harm = deel van de verandering waarmee een averechts programma achteruitgaat
input-programme-fades_after_months = maand waarin een programma stopt dat geen cultuur wordt
input-programme-cost_overrun = wat het programma werkelijk kost per begrote euro

# Medewerkers en partners
input-employees-engaged = bevlogen medewerkers nu
input-employees-annual_turnover = vertrekkers in een jaar, gedeeld door het gemiddelde aantal medewerkers; mag meer dan 1 zijn
input-employees-absence = verzuim nu
input-employees-onboarding_months = tijd tot een nieuwe collega even goed werkt als de anderen
input-employees-headcount = medewerkers binnen het programma
input-employees-salary_per_year = loonkosten van een medewerker
input-employees-replacement_cost = kosten om een medewerker te vervangen
input-partners-engaged = bevlogen medewerkers bij partners nu
input-partners-touchpoint_share = contacten die via partners lopen
input-effects-employees-engagement_gain = stijging van het aandeel bevlogen medewerkers dankzij de organisatie
input-effects-employees-partner_gain = stijging van het aandeel bevlogen medewerkers bij partners dankzij de organisatie
input-effects-employees-customer_echo = stijging van het aandeel bevlogen medewerkers naarmate het aandeel verbonden klanten stijgt
input-effects-employees-lag_months = tijdconstante waarmee de bevlogenheid volgt
input-effects-employees-turnover_ratio = verloop van bevlogen ten opzichte van niet-bevlogen medewerkers
input-effects-employees-absence_ratio = verzuim van bevlogen ten opzichte van niet-bevlogen medewerkers
input-effects-employees-novice_penalty = hoeveel minder een nieuweling aan de klantbeleving toevoegt

# Klantbeleving
input-customers-contacts_per_month = hoe vaak een klant de organisatie treft
input-experience-failure_rate = contacten waarin de kernwaarde niet wordt geleverd (niveau 1 van de piramide)
input-experience-voiced = fouten die worden gemeld, of eerder zelf gevonden
input-experience-recovered = gemelde fouten die goed worden hersteld (niveau 2)
input-experience-individual = contacten met persoonlijke dienstverlening (niveau 3)
input-experience-surprising = contacten met een verrassing (niveau 4)
input-experience-repeat_contacts = extra contacten die een fout veroorzaakt
input-effects-experience-basics_gate = wat er van de winst op niveau 3 en 4 overblijft zolang de basis niet op orde is (gemiddeld cijfer onder de 7)
input-effects-experience-core_gain = daling van het aandeel fouten dankzij de organisatie
input-effects-experience-core_people = daling van het aandeel fouten dankzij de frontlinie
input-effects-experience-voice_gain = stijging van het aandeel gemelde fouten dankzij de organisatie
input-effects-experience-complaint_gain = stijging van het aandeel herstelde fouten dankzij de organisatie
input-effects-experience-complaint_people = stijging van het aandeel herstelde fouten dankzij de frontlinie
input-effects-experience-individual_gain = stijging van persoonlijke dienstverlening dankzij de organisatie
input-effects-experience-individual_people = stijging van persoonlijke dienstverlening dankzij de frontlinie
input-effects-experience-surprising_gain = stijging van verrassingen dankzij de organisatie
input-effects-experience-surprising_people = stijging van verrassingen dankzij de frontlinie

# Verbondenheid
input-customers-count = klanten nu
input-customers-mix = klanten die nu in deze toestand zijn
input-customers-nps = NPS nu: promotors min criticasters
input-customers-score = gemiddeld cijfer dat klanten nu geven, 0 tot 10
input-customers-nps-promoters = klanten die een 9 of 10 geven
input-customers-nps-passives = klanten die een 7 of 8 geven
input-customers-nps-detractors = klanten die een 0 tot en met 6 geven
input-effects-connection-weight_surprising = wat een verrassing aan de verbondenheid toevoegt
input-effects-connection-weight_recovered = wat een herstelde fout aan de verbondenheid toevoegt
input-effects-connection-weight_unrecovered = hoeveel een niet-herstelde fout aan de verbondenheid afdoet
input-effects-connection-half_life_months = tijd waarin de helft van niet-gevoede verbondenheid verdwijnt
input-effects-connection-contact_intensity = hoeveel van de verbondenheid in contacten met de organisatie ontstaat
input-effects-connection-saturation = hoe snel extra klantbeleving minder effect heeft: laag snel, hoog traag

# Loyaliteit
input-customers-annual_churn = klanten die in een jaar vertrekken
input-effects-causal_share = θ: het deel van elk verschil tussen klanten dat werkelijk wordt veroorzaakt
input-effects-loyalty-influenceable = het deel van het klantverloop dat klantbeleving kan beïnvloeden
input-effects-loyalty-odds-unconnected = odds dat een niet-verbonden klant een jaar blijft
input-effects-loyalty-odds-distinctive = odds dat een klant die het merk onderscheidend vindt een jaar blijft
input-effects-loyalty-odds-connected = odds dat een volledig verbonden klant een jaar blijft

# Aanbeveling
input-customers-market_size = alle klanten die er kunnen zijn; meer dan er nu zijn
input-customers-annual_acquisition = nieuwe klanten in een jaar; "balanced": evenveel als er vertrekken
input-effects-advocacy-referral_share = nieuwe klanten die nu op aanbeveling komen
input-effects-advocacy-reputation = % meer nieuwe klanten zonder aanbeveling bij een 1% hoger gemiddeld cijfer
input-effects-advocacy-new_per_connected = nieuwe klanten die elke extra verbonden klant in een jaar aanbrengt
input-effects-advocacy-incremental = deel van de aangebrachte klanten dat anders niet was gekomen
input-effects-advocacy-entry_mix = toestand waarin klanten zonder aanbeveling binnenkomen
input-effects-advocacy-referred_mix = toestand waarin klanten op aanbeveling binnenkomen

# Bestedingen, omzet en kosten van dienstverlening
input-customers-revenue_per_year = omzet van een gemiddelde klant nu
input-customers-capacity = grootste volume dat de organisatie aankan
input-customers-social_value_per_year = maatschappelijke waarde van een verbonden klant (publieke organisaties)
input-effects-spend-unconnected = besteding van een niet-verbonden klant
input-effects-spend-distinctive = besteding van een klant die het merk onderscheidend vindt
input-effects-spend-connected = besteding van een volledig verbonden klant
input-effects-channels-counter = omzet die een betere frontlinie aan de balie toevoegt als alles is geleverd; 0 laat dit buiten beschouwing
input-effects-channels-contacts = contacten die niet meer nodig zijn als alles is geleverd; 0 laat ze staan
input-effects-channels-productivity = werk dat dezelfde mensen meer doen per 7 punten bevlogen medewerkers; 0 laat dit buiten beschouwing
input-effects-channels-cashed = deel van die productiviteit dat geld wordt
input-effects-spend-price_per_point = prijs die klanten accepteren per punt van het gemiddelde cijfer
input-cost_to_serve-contact = kosten van dienstverlening per contact
input-cost_to_serve-failure = kosten om een fout te herstellen
input-cost_to_serve-complaint = kosten om een klacht te behandelen

# Financiën en markt
input-finance-margin = dekkingsbijdrage van extra omzet
input-finance-inflation = stijging van prijzen en kosten per jaar
input-finance-discount_rate = rendement dat het geld elders bij dit risico zou opleveren
input-finance-tax_rate = belasting over de winst
input-finance-depreciation_years = jaren waarin kapitaal fiscaal wordt afgeschreven
input-finance-terminal_years = jaren na de horizon waarin de kasstroom van het laatste jaar afloopt naar nul; 0: geen
input-market-rivals_half_life_years = jaren tot concurrenten de helft van een voorsprong hebben gekopieerd
input-market-volatility = standaardafwijking van de jaarlijkse marktschok, met en zonder programma gelijk
input-flows-amount = ontvangst (positief) of uitgave (negatief)
input-flows-growth = groei van het bedrag vanaf de eerste maand

# Eenheden
unit-the-costs-as-written = × de kosten zoals beschreven
unit-the-programme-as-written = × het programma zoals beschreven
unit-an-individual-service = × een persoonlijke dienst
unit-today-s-volume = × het volume van nu
unit-0-10 = 0–10
unit-contacts-per-customer-a-month = contacten per klant per maand
unit-contacts-per-failure = contacten per fout
unit-customers = klanten
unit-customers-a-year = klanten per jaar
unit-elasticity = elasticiteit
unit-employees = medewerkers
unit-factor = factor
unit-log-odds = log-odds
unit-maturity-0-1 = volwassenheid 0–1
unit-money-a-month = geld per maand
unit-money-a-year = geld per jaar
unit-money-once = geld, eenmalig
unit-money-per-connected-customer-a-year = geld per verbonden klant per jaar
unit-money-per-contact = geld per contact
unit-money-per-customer-a-year = geld per klant per jaar
unit-money-per-employee-a-year = geld per medewerker per jaar
unit-money-per-extra-individual-service = geld per extra persoonlijke dienst
unit-money-per-extra-recovered-failure = geld per extra herstelde fout
unit-money-per-extra-surprise = geld per extra verrassing
unit-money-per-failure = geld per fout
unit-money-per-hire = geld per aangenomen medewerker
unit-money-per-leaver = geld per vertrekker
unit-money-per-voiced-failure = geld per gemelde fout
unit-month = maand
unit-months = maanden
unit-odds-ratio-to-satisfied = odds ratio t.o.v. tevreden
unit-per-failure-a-month = per fout per maand
unit-points = punten
unit-probability = kans
unit-rate = tempo
unit-ratio = verhouding
unit-ratio-to-satisfied = verhouding tot tevreden
unit-sd-of-log = standaardafwijking van log
unit-share = aandeel
unit-share-a-year = aandeel per jaar
unit-share-of-churn = aandeel van klantverloop
unit-share-of-contacts = aandeel van contacten
unit-share-of-contacts-without-failure = aandeel van foutloze contacten
unit-share-of-customers = aandeel van klanten
unit-share-of-customers-a-year = aandeel van klanten per jaar
unit-share-of-failures = aandeel van fouten
unit-share-of-headcount-a-year = aandeel van de medewerkers per jaar
unit-share-of-new-customers = aandeel van nieuwe klanten
unit-share-of-partners-staff = aandeel bij partners
unit-share-of-price-per-point = aandeel van prijs per punt
unit-share-of-productivity = aandeel van de productiviteit
unit-share-of-profit = aandeel van winst
unit-share-of-revenue = aandeel van omzet
unit-share-of-staff = aandeel van medewerkers
unit-share-of-voiced-failures = aandeel van gemelde fouten
unit-share-of-the-wage-bill = aandeel van de loonsom
unit-share-of-the-wage-bill-a-year = aandeel van de loonsom per jaar
unit-share-of-wages-per-7-points-of-engaged = aandeel van de loonsom per 7 punten bevlogen
unit-share-of-working-time = aandeel van werktijd
unit-share-per-share = aandeel per aandeel
unit-share-per-unit-of-capability = aandeel per eenheid vermogen
unit-share-per-unit-of-front-line = aandeel per eenheid frontlinie
unit-years = jaren
