# Het levende deel: wat de sessie zegt naast wat het rapport zegt.

explore-layer = uw wijzigingen
explore-progress = { $trials } van { $of } simulaties
explore-median = Netto contante waarde, mediaan
explore-mean = Netto contante waarde, gemiddelde
explore-p5 = Netto contante waarde, P5
explore-p95 = Netto contante waarde, P95
explore-delivery = uitvoering van het programma
explore-delivery-drawn = zoals geloot
explore-gate = beslismoment
explore-gate-on = zoals geschreven
explore-gate-off = stopt nooit
explore-rank = P{ $rank } van wat de case gelooft
explore-all = alles samen
explore-unknown = { $id } is hier niet in te stellen.
explore-value = { $id } vraagt een getal of een tekst, gevonden: { $found }.
explore-rank-value = { $id } vraagt een rang boven 0 en onder 1, gevonden: { $found }.
explore-share-value = { $id } vraagt een aandeel van 0 tot en met 1, en alle ingestelde aandelen samen moeten ruimte laten voor de andere, gevonden: { $found }.
explore-no-gate = Deze case heeft geen beslismoment om uit te zetten.
explore-gate-value = Het beslismoment is aan (on) of uit (off), gevonden: { $found }.
explore-cost-line = Eén kostenregel is hier niet in te stellen; de kosten tegenover het plan bewegen ze alle.
explore-other-case = De link hoort bij een andere case of een andere stand van de bestanden: er is niets van gebruikt.
explore-not-drawn = Nog niet alle simulaties zijn getrokken.
explore-too-many = Er worden hoogstens { $most } varianten bewaard; vergeet er eerst een.
explore-file-head = Wat anders is dan in { $base }, geprobeerd in het rapport ervan. Ernaast: delight run { $file }
explore-file-run = { $trials } simulaties, seed { $seed }, digest { $digest }
explore-improve-none = Niets van wat is geprobeerd maakt het meer waard.

# Sectoren om mee te beginnen
preset-hotel = Hotelgroep
preset-retail-bank = Consumentenbank
preset-fast-food = Fastfoodketen
preset-online-retail = Webwinkel
preset-credit-card = Creditcardmaatschappij
preset-casino = Casino
preset-discount-store = Discountwinkel
preset-tablet-app = App voor tablets
preset-household-cleaner = Schoonmaakmiddel
preset-airline = Luchtvaartmaatschappij
preset-hospital = Ziekenhuis
preset-municipality = Gemeente
preset-housing-corporation = Woningcorporatie
preset-lease-company = Leasemaatschappij
preset-b2b-manufacturer = B2B-fabrikant
explore-opened = { $file } is geschreven en geopend in de browser.
explore-written = { $file } is geschreven; open het in een browser.
