"""What every named query answers on the film world of ``queries_fixture``: columns, then rows, for some values."""

from __future__ import annotations

# ruff: noqa: E501

Rows = tuple[tuple[str | None, ...], ...]

EXPECTED: dict[str, tuple[tuple[dict[str, list[str]], Rows], ...]] = {
    "article_alone": (
        (
            {"article": ["cannes/report.md"]},
            (
                ("subject", "relation", "object", "status"),
                ("Anton Belsky", "juryMember", "Cannes Film Festival", "accepted"),
                ("FIPRESCI Prize", "conferredBy", "FIPRESCI", "accepted"),
                ("Glass Orchard", "director", "Nino Lomidze", "accepted"),
                ("Glass Orchard", "nominatedFor", "Un Certain Regard Best Director", "accepted"),
                ("Salt Road", "castMember", "Marta Kowal", "accepted"),
                ("Salt Road", "cinematographer", "Lucas Ferreira", "accepted"),
                ("Salt Road", "composer", "Ines Duarte", "accepted"),
                ("Salt Road", "director", "Vera Orlova", "accepted"),
                ("Salt Road", "premieredAt", "Cannes Film Festival", "accepted"),
                ("Salt Road", "producer", "Tomas Weber", "accepted"),
                ("Salt Road", "productionCompany", "Lighthouse Pictures", "accepted"),
                ("Salt Road", "won", "FIPRESCI Prize", "disputed"),
                ("Salt Road", "won", "Un Certain Regard Best Director", "accepted"),
                ("Un Certain Regard", "sectionOf", "Cannes Film Festival", "accepted"),
            ),
        ),
    ),
    "article_claims": (
        (
            {"article": ["cannes/report.md"]},
            (
                ("subject", "relation", "object", "status", "others"),
                ("Anton Belsky", "juryMember", "Cannes Film Festival", "accepted", "0"),
                ("FIPRESCI Prize", "conferredBy", "FIPRESCI", "accepted", "0"),
                ("Glass Orchard", "director", "Nino Lomidze", "accepted", "0"),
                ("Glass Orchard", "nominatedFor", "Un Certain Regard Best Director", "accepted", "0"),
                ("Salt Road", "castMember", "Marta Kowal", "accepted", "0"),
                ("Salt Road", "cinematographer", "Lucas Ferreira", "accepted", "0"),
                ("Salt Road", "composer", "Ines Duarte", "accepted", "0"),
                ("Salt Road", "director", "Vera Orlova", "accepted", "0"),
                ("Salt Road", "director", "Vera Orlova", "accepted", "0"),
                ("Salt Road", "premieredAt", "Cannes Film Festival", "accepted", "0"),
                ("Salt Road", "producer", "Tomas Weber", "accepted", "0"),
                ("Salt Road", "productionCompany", "Lighthouse Pictures", "accepted", "0"),
                ("Salt Road", "won", "FIPRESCI Prize", "disputed", "0"),
                ("Salt Road", "won", "Un Certain Regard Best Director", "accepted", "0"),
                ("Un Certain Regard", "sectionOf", "Cannes Film Festival", "accepted", "0"),
                ("Vera Orlova", "won", "Un Certain Regard Best Director", "accepted", "1"),
            ),
        ),
    ),
    "articles_by_claims": (
        (
            {},
            (
                ("name", "title", "date", "claims", "sentences"),
                ("profile orlova.txt", "The road of Vera Orlova", "2020-02-10", "23", "10"),
                ("festivals/more notes.md", "More notes on Orlova and her circle", "2023-01-15", "20", "8"),
                ("cannes/report.md", "Orlova takes the directing prize", "2019-05-25", "16", "7"),
                ("arhīvs.txt", "From the archive", "2022", "10", "6"),
                ("interview.html", "Five questions for Vera Orlova", "2021-03", "5", "5"),
            ),
        ),
    ),
    "award_winners": (
        (
            {"award": ["Un Certain Regard Best Director"]},
            (
                ("year", "film", "director", "person", "festival"),
                ("2019", "Salt Road", "Vera Orlova", "Vera Orlova", "Cannes Film Festival"),
            ),
        ),
        (
            {"award": ["Golden Leopard"]},
            (
                ("year", "film", "director", "person", "festival"),
                ("2016", "Winter Harbour", "Vera Orlova", None, "Locarno Film Festival"),
                ("2018", "Glass Orchard", "Nino Lomidze", None, "Locarno Film Festival"),
                ("2018", "Stone River", "Karl Holm", None, "Locarno Film Festival"),
            ),
        ),
        (
            {"award": ["Golden Leopard"], "edition": ["2016"]},
            (
                ("year", "film", "director", "person", "festival"),
                ("2016", "Winter Harbour", "Vera Orlova", None, "Locarno Film Festival"),
            ),
        ),
    ),
    "awards_conferred_by": (
        (
            {"by": ["organization/fipresci"]},
            (
                ("prize", "wins"),
                ("FIPRESCI Prize", "1"),
            ),
        ),
    ),
    "awards_nominated_never_won": (
        (
            {},
            (
                ("name", "times", "prizes"),
                ("Stone River", "2", "FIPRESCI Prize, Golden Leopard"),
            ),
        ),
        (
            {"least": ["2"]},
            (
                ("name", "times", "prizes"),
                ("Stone River", "2", "FIPRESCI Prize, Golden Leopard"),
            ),
        ),
    ),
    "awards_shared": (
        (
            {},
            (
                ("prize", "year", "films", "winners"),
                ("Golden Leopard", "2018", "Glass Orchard, Stone River", "2"),
            ),
        ),
        ({"award": ["FIPRESCI Prize"]}, (("prize", "year", "films", "winners"),)),
    ),
    "claims_best_supported": (
        (
            {},
            (
                ("subject", "relation", "object", "articles", "sentences"),
                ("Vera Orlova", "won", "Un Certain Regard Best Director", "2", "2"),
                ("Winter Harbour", "director", "Vera Orlova", "2", "2"),
            ),
        ),
        ({"least": ["3"]}, (("subject", "relation", "object", "articles", "sentences"),)),
    ),
    "claims_disputed": (
        (
            {},
            (
                ("subject", "relation", "object", "reason", "article", "quote"),
                (
                    "Salt Road",
                    "won",
                    "FIPRESCI Prize",
                    "another year is given for the same prize: 2018",
                    "Orlova takes the directing prize",
                    "It also received the FIPRESCI Prize, conferred by the critics' federation FIPRESCI.",
                ),
                (
                    "Salt Road",
                    "won",
                    "FIPRESCI Prize",
                    "another year is given for the same prize: 2019",
                    "From the archive",
                    "Salt Road won the FIPRESCI Prize at Cannes in 2018.",
                ),
                (
                    "The Last Ferry",
                    "castMember",
                    "Marta Kowal",
                    "both asserted and denied",
                    "Five questions for Vera Orlova",
                    "Vera Orlova: Marta Kowal will not be in The Last Ferry.",
                ),
                (
                    "The Last Ferry",
                    "castMember",
                    "Marta Kowal",
                    "both asserted and denied",
                    "The road of Vera Orlova",
                    "According to some reports, Marta Kowal will star in The Last Ferry.",
                ),
                (
                    "Vera Orlova",
                    "birthPlace",
                    "Riga",
                    "another birth place is given: Tallinn",
                    "The road of Vera Orlova",
                    "Vera Orlova (Вера Орлова) was born in Riga on 25 January 1985.",
                ),
                (
                    "Vera Orlova",
                    "birthPlace",
                    "Tallinn",
                    "another birth place is given: Riga",
                    "From the archive",
                    "Orlova was born in Tallinn in 1985.",
                ),
                (
                    "Winter Harbour",
                    "screenedAt",
                    "Locarno Film Festival",
                    "asserted elsewhere",
                    "From the archive",
                    "Winter Harbour was not screened at the Locarno Film Festival.",
                ),
                (
                    "Winter Harbour",
                    "screenedAt",
                    "Locarno Film Festival",
                    "denied elsewhere",
                    "The road of Vera Orlova",
                    "Her debut, Winter Harbour (2016), was screened at the Locarno Film Festival in 2016, on the Piazza Grande.",
                ),
            ),
        ),
        (
            {"about": ["Winter Harbour"]},
            (
                ("subject", "relation", "object", "reason", "article", "quote"),
                (
                    "Winter Harbour",
                    "screenedAt",
                    "Locarno Film Festival",
                    "asserted elsewhere",
                    "From the archive",
                    "Winter Harbour was not screened at the Locarno Film Festival.",
                ),
                (
                    "Winter Harbour",
                    "screenedAt",
                    "Locarno Film Festival",
                    "denied elsewhere",
                    "The road of Vera Orlova",
                    "Her debut, Winter Harbour (2016), was screened at the Locarno Film Festival in 2016, on the Piazza Grande.",
                ),
            ),
        ),
    ),
    "claims_of_relation": (
        (
            {"relation": ["student_of"]},
            (
                ("subject", "object", "year", "status"),
                ("Eva Lind", "Vera Orlova", None, "accepted"),
                ("Nino Lomidze", "Anton Belsky", None, "accepted"),
                ("Vera Orlova", "Anton Belsky", None, "accepted"),
            ),
        ),
    ),
    "claims_single_source": (
        (
            {"about": ["Northern Line"]},
            (
                ("subject", "relation", "object", "article"),
                ("Northern Line", "director", "Nino Lomidze", "From the archive"),
                ("Northern Line", "form", "television series", "From the archive"),
                ("Northern Line", "originalNetwork", "Harbour TV", "From the archive"),
            ),
        ),
    ),
    "claims_uncertain": (
        (
            {},
            (
                ("status", "subject", "relation", "object", "words", "article"),
                ("denied", "Vera Orlova", "workedOn", "Northern Line", "did not", "Five questions for Vera Orlova"),
                ("planned", "The Last Ferry", "filmingLocation", "Tallinn", "is to be", "The road of Vera Orlova"),
            ),
        ),
        (
            {"about": ["Orlova"]},
            (
                ("status", "subject", "relation", "object", "words", "article"),
                ("denied", "Vera Orlova", "workedOn", "Northern Line", "did not", "Five questions for Vera Orlova"),
            ),
        ),
    ),
    "debuts_that_won": (
        (
            {},
            (
                ("director", "debut", "prize", "year", "next", "nextYear"),
                ("Vera Orlova", "Winter Harbour", "Golden Leopard", "2016", "Salt Road", "2019"),
                ("Vera Orlova", "Winter Harbour", "Golden Leopard", "2016", "North Wind", "2022"),
            ),
        ),
        ({"award": ["FIPRESCI Prize"]}, (("director", "debut", "prize", "year", "next", "nextYear"),)),
    ),
    "directors_from_short_to_feature": (
        (
            {},
            (
                ("name", "short", "shortYear", "film", "festival", "year", "years"),
                ("Vera Orlova", "Quiet Ferry", "2012", "Salt Road", "Cannes Film Festival", "2019", "7"),
                ("Vera Orlova", "Quiet Ferry", "2012", "Salt Road", "Locarno Film Festival", "2020", "8"),
                ("Vera Orlova", "Quiet Ferry", "2012", "North Wind", "Cannes Film Festival", "2022", "10"),
            ),
        ),
    ),
    "directors_returning_to_festival": (
        (
            {"festival": ["Cannes"]},
            (
                ("director", "editions", "years"),
                ("Vera Orlova", "2", "2019, 2022"),
            ),
        ),
        ({"festival": ["Cannes"], "times": ["3"]}, (("director", "editions", "years"),)),
    ),
    "directors_with_other_roles": (
        (
            {},
            (
                ("director", "film", "also", "role"),
                ("Vera Orlova", "North Wind", "acted", None),
                ("Vera Orlova", "North Wind", "wrote", None),
                ("Vera Orlova", "Salt Road", "wrote", None),
            ),
        ),
    ),
    "entities_doubtful_merges": (
        (
            {},
            (
                ("left", "right", "reason", "score", "leftId", "rightId"),
                ("Ilona Berg", "Ines Duarte", "both begin with I", "0.25", "person/ilona-berg", "person/ines-duarte"),
            ),
        ),
    ),
    "entity_merges": (
        (
            {},
            (
                ("entity", "left", "right", "reason"),
                (
                    "Vera Orlova",
                    "Vera Orlova",
                    "Вера Орлова",
                    "one is a transliteration of the other, and they share Salt Road",
                ),
            ),
        ),
    ),
    "entity_sentences": (
        (
            {"about": ["Salt Road"]},
            (
                ("date", "article", "relation", "quote", "modality"),
                (
                    "2019-05-25",
                    "Orlova takes the directing prize",
                    "castMember",
                    "Marta Kowal plays the ferryman's daughter Agnes.",
                    "asserted",
                ),
                (
                    "2019-05-25",
                    "Orlova takes the directing prize",
                    "cinematographer",
                    "Lucas Ferreira shot the film, Ines Duarte scored it, and Tomas Weber of Lighthouse Pictures produced it.",
                    "asserted",
                ),
                (
                    "2019-05-25",
                    "Orlova takes the directing prize",
                    "composer",
                    "Lucas Ferreira shot the film, Ines Duarte scored it, and Tomas Weber of Lighthouse Pictures produced it.",
                    "asserted",
                ),
                (
                    "2019-05-25",
                    "Orlova takes the directing prize",
                    "director",
                    "Orlova's second feature had its world premiere in Un Certain Regard.",
                    "asserted",
                ),
                (
                    "2019-05-25",
                    "Orlova takes the directing prize",
                    "director",
                    "Salt Road, directed by Vera Orlova, won Un Certain Regard Best Director at the Cannes Film Festival in 2019.",
                    "asserted",
                ),
                (
                    "2019-05-25",
                    "Orlova takes the directing prize",
                    "premieredAt",
                    "Orlova's second feature had its world premiere in Un Certain Regard.",
                    "asserted",
                ),
                (
                    "2019-05-25",
                    "Orlova takes the directing prize",
                    "producer",
                    "Lucas Ferreira shot the film, Ines Duarte scored it, and Tomas Weber of Lighthouse Pictures produced it.",
                    "asserted",
                ),
                (
                    "2019-05-25",
                    "Orlova takes the directing prize",
                    "productionCompany",
                    "Lucas Ferreira shot the film, Ines Duarte scored it, and Tomas Weber of Lighthouse Pictures produced it.",
                    "asserted",
                ),
                (
                    "2019-05-25",
                    "Orlova takes the directing prize",
                    "won",
                    "It also received the FIPRESCI Prize, conferred by the critics' federation FIPRESCI.",
                    "asserted",
                ),
                (
                    "2019-05-25",
                    "Orlova takes the directing prize",
                    "won",
                    "Salt Road, directed by Vera Orlova, won Un Certain Regard Best Director at the Cannes Film Festival in 2019.",
                    "asserted",
                ),
                (
                    "2020-02-10",
                    "The road of Vera Orlova",
                    "basedOn",
                    "Salt Road (Соляная дорога), a Latvian film from 2019, is based on Ilona Berg's novel Salt.",
                    "asserted",
                ),
                (
                    "2020-02-10",
                    "The road of Vera Orlova",
                    "country",
                    "Salt Road (Соляная дорога), a Latvian film from 2019, is based on Ilona Berg's novel Salt.",
                    "asserted",
                ),
                (
                    "2020-02-10",
                    "The road of Vera Orlova",
                    "publicationYear",
                    "Salt Road (Соляная дорога), a Latvian film from 2019, is based on Ilona Berg's novel Salt.",
                    "asserted",
                ),
                (
                    "2021-03",
                    "Five questions for Vera Orlova",
                    "screenwriter",
                    "Vera Orlova: I wrote Salt Road in one summer.",
                    "asserted",
                ),
                ("2022", "From the archive", "won", "Salt Road won the FIPRESCI Prize at Cannes in 2018.", "asserted"),
                (
                    "2023-01-15",
                    "More notes on Orlova and her circle",
                    "screenedAt",
                    "Salt Road was shown on the Piazza Grande of Locarno in 2020.",
                    "asserted",
                ),
            ),
        ),
        (
            {"about": ["Salt Road"], "containing": ["piazza"]},
            (
                ("date", "article", "relation", "quote", "modality"),
                (
                    "2023-01-15",
                    "More notes on Orlova and her circle",
                    "screenedAt",
                    "Salt Road was shown on the Piazza Grande of Locarno in 2020.",
                    "asserted",
                ),
            ),
        ),
    ),
    "festival_juries": (
        (
            {"festival": ["Cannes"]},
            (
                ("year", "section", "name", "role"),
                ("2019", "Un Certain Regard", "Anton Belsky", None),
                ("2021", None, "Vera Orlova", "president"),
            ),
        ),
        (
            {"festival": ["Cannes"], "edition": ["2021"]},
            (
                ("year", "section", "name", "role"),
                ("2021", None, "Vera Orlova", "president"),
            ),
        ),
    ),
    "festival_premieres": (
        (
            {"festival": ["Cannes"]},
            (
                ("year", "film", "director", "scope", "section"),
                ("2019", "Salt Road", "Vera Orlova", "world", "Un Certain Regard"),
                ("2022", "North Wind", "Vera Orlova", None, "Un Certain Regard"),
            ),
        ),
    ),
    "festival_sections": (
        (
            {"festival": ["Cannes"]},
            (
                ("name", "films"),
                ("Un Certain Regard", "2"),
            ),
        ),
    ),
    "festival_winners": (
        (
            {"festival": ["Cannes"]},
            (
                ("year", "prize", "film", "person"),
                ("2019", "Un Certain Regard Best Director", "Salt Road", "Vera Orlova"),
                ("2022", "FIPRESCI Prize", "North Wind", None),
                ("2022", "Un Certain Regard Prize", "North Wind", None),
            ),
        ),
        (
            {"festival": ["Locarno"], "edition": ["2018"]},
            (
                ("year", "prize", "film", "person"),
                ("2018", "Golden Leopard", "Glass Orchard", None),
                ("2018", "Golden Leopard", "Stone River", None),
            ),
        ),
    ),
    "festivals_linked_by_films": (
        (
            {"first": ["Cannes"]},
            (
                ("other", "film"),
                ("Locarno Film Festival", "Glass Orchard"),
                ("Locarno Film Festival", "Salt Road"),
            ),
        ),
        (
            {"first": ["Locarno"], "second": ["Cannes"]},
            (
                ("other", "film"),
                ("Cannes Film Festival", "Glass Orchard"),
                ("Cannes Film Festival", "Salt Road"),
            ),
        ),
    ),
    "festivals_of_place": (
        (
            {"place": ["Riga"]},
            (
                ("name", "type"),
                ("Lighthouse Pictures", "Organization"),
            ),
        ),
    ),
    "film_awards": (
        (
            {"film": ["Salt Road"]},
            (
                ("result", "year", "prize", "festival", "to"),
                ("won", "2019", "Un Certain Regard Best Director", "Cannes Film Festival", "Vera Orlova"),
            ),
        ),
        (
            {"film": ["Glass Orchard"]},
            (
                ("result", "year", "prize", "festival", "to"),
                ("won", "2018", "Golden Leopard", "Locarno Film Festival", None),
                ("nominated", "2019", "Un Certain Regard Best Director", "Cannes Film Festival", None),
                ("shortlisted", "2018", "Golden Leopard", None, None),
            ),
        ),
    ),
    "film_credits": (
        (
            {"film": ["Salt Road"]},
            (
                ("credit", "name", "role"),
                ("director", "Vera Orlova", None),
                ("screenwriter", "Vera Orlova", None),
                ("cinematographer", "Lucas Ferreira", None),
                ("composer", "Ines Duarte", None),
                ("producer", "Tomas Weber", None),
                ("cast", "Marta Kowal", "Agnes"),
            ),
        ),
    ),
    "film_festival_run": (
        (
            {"film": ["Salt Road"]},
            (
                ("year", "festival", "section", "premiere", "status"),
                ("2019", "Cannes Film Festival", "Un Certain Regard", "world premiere", "accepted"),
                ("2020", "Locarno Film Festival", "Piazza Grande", "", "accepted"),
            ),
        ),
        (
            {"film": ["Winter Harbour"]},
            (
                ("year", "festival", "section", "premiere", "status"),
                ("2016", "Locarno Film Festival", "Piazza Grande", "", "disputed"),
                (None, "Locarno Film Festival", None, "", "disputed"),
            ),
        ),
    ),
    "film_titles": (
        (
            {"film": ["Salt Road"]},
            (
                ("title", "language", "preferred"),
                ("Salt Road", "en", "true"),
                ("Соляная дорога", "ru", "false"),
            ),
        ),
    ),
    "films_based_on_works": (
        (
            {},
            (
                ("film", "how", "work", "author"),
                ("Salt Road", "based on", "Salt", "Ilona Berg"),
            ),
        ),
    ),
    "films_of_company": (
        (
            {"company": ["Lighthouse Pictures"]},
            (
                ("year", "film", "how"),
                ("2019", "Salt Road", "made"),
            ),
        ),
    ),
    "films_of_country": (
        (
            {"country": ["Latvia"]},
            (
                ("year", "film", "how"),
                ("2019", "Salt Road", "comes from"),
            ),
        ),
    ),
    "films_of_director": (
        (
            {"director": ["Orlova"]},
            (
                ("year", "film", "prize", "prizeYear", "festival"),
                ("2012", "Quiet Ferry", None, None, None),
                ("2016", "Winter Harbour", "Golden Leopard", "2016", "Locarno Film Festival"),
                ("2019", "Salt Road", "Un Certain Regard Best Director", "2019", "Cannes Film Festival"),
                ("2022", "North Wind", "FIPRESCI Prize", "2022", "Cannes Film Festival"),
                ("2022", "North Wind", "Un Certain Regard Prize", "2022", "Cannes Film Festival"),
            ),
        ),
    ),
    "films_of_director_after": (
        (
            {"earlier": ["Winter Harbour"]},
            (
                ("director", "year", "film"),
                ("Vera Orlova", "2019", "Salt Road"),
                ("Vera Orlova", "2022", "North Wind"),
            ),
        ),
    ),
    "films_of_year": (
        (
            {"year": ["2019"]},
            (
                ("film", "directors"),
                ("Salt Road", "Vera Orlova"),
            ),
        ),
        (
            {"year": ["2022"]},
            (
                ("film", "directors"),
                ("North Wind", "Vera Orlova"),
            ),
        ),
    ),
    "films_with_jury_and_critics_prizes": (
        (
            {},
            (
                ("year", "festivalName", "film", "criticsPrize", "juryPrize"),
                ("2022", "Cannes Film Festival", "North Wind", "FIPRESCI Prize", "Un Certain Regard Prize"),
            ),
        ),
    ),
    "films_with_most_prizes": (
        (
            {},
            (
                ("film", "prizes", "names"),
                ("North Wind", "2", "FIPRESCI Prize, Un Certain Regard Prize"),
                ("Glass Orchard", "1", "Golden Leopard"),
                ("Salt Road", "1", "Un Certain Regard Best Director"),
                ("Stone River", "1", "Golden Leopard"),
                ("Winter Harbour", "1", "Golden Leopard"),
            ),
        ),
    ),
    "jurors_with_films_at_festival": (
        (
            {},
            (
                ("name", "festivalName", "judged", "film", "shown"),
                ("Vera Orlova", "Cannes Film Festival", "2021", "Salt Road", "2019"),
                ("Vera Orlova", "Cannes Film Festival", "2021", "North Wind", "2022"),
            ),
        ),
    ),
    "people_born_in": (
        (
            {"place": ["Riga"]},
            (
                ("name", "born"),
                ("Vera Orlova", "1985-01-25"),
            ),
        ),
    ),
    "person_awards": (
        (
            {"person": ["Orlova"]},
            (
                ("result", "year", "prize", "work", "festival", "section"),
                (
                    "won",
                    "2019",
                    "Un Certain Regard Best Director",
                    "Salt Road",
                    "Cannes Film Festival",
                    "Un Certain Regard",
                ),
            ),
        ),
    ),
    "person_collaborators": (
        (
            {"person": ["Orlova"]},
            (
                ("name", "together", "films"),
                ("Lucas Ferreira", "2", "North Wind, Salt Road"),
                ("Ines Duarte", "1", "Salt Road"),
                ("Marta Kowal", "1", "Salt Road"),
                ("Tomas Weber", "1", "Salt Road"),
            ),
        ),
    ),
    "person_credits": (
        (
            {"person": ["Orlova"]},
            (
                ("year", "film", "credit"),
                ("2012", "Quiet Ferry", "director"),
                ("2016", "Winter Harbour", "director"),
                ("2019", "Salt Road", "director"),
                ("2019", "Salt Road", "screenwriter"),
                ("2022", "North Wind", "cast"),
                ("2022", "North Wind", "director"),
                ("2022", "North Wind", "screenwriter"),
            ),
        ),
    ),
    "person_influences": (
        (
            {"person": ["Orlova"]},
            (
                ("direction", "name", "kind"),
                ("influenced by", "Anton Belsky", "discipline"),
            ),
        ),
        (
            {"person": ["Belsky"]},
            (
                ("direction", "name", "kind"),
                ("influence on", "Vera Orlova", "discipline"),
            ),
        ),
    ),
    "school_people": (
        (
            {"school": ["Harbour Film School"]},
            (
                ("how", "name", "field", "year"),
                ("studied", "Nino Lomidze", "directing", None),
                ("studied", "Vera Orlova", "directing", None),
                ("taught", "Anton Belsky", None, None),
            ),
        ),
    ),
    "section_lineup": (
        (
            {"section": ["Un Certain Regard"]},
            (
                ("year", "festival", "film", "director", "premiere"),
                ("2019", "Cannes Film Festival", "Salt Road", "Vera Orlova", "premiere"),
                ("2022", "Cannes Film Festival", "North Wind", "Vera Orlova", "premiere"),
            ),
        ),
        (
            {"section": ["Un Certain Regard"], "edition": ["2022"]},
            (
                ("year", "festival", "film", "director", "premiere"),
                ("2022", "Cannes Film Festival", "North Wind", "Vera Orlova", "premiere"),
            ),
        ),
    ),
    "speakers_and_claims": (
        (
            {},
            (
                ("name", "subject", "relation", "object", "modality"),
                ("Vera Orlova", "Salt Road", "screenwriter", "Vera Orlova", "asserted"),
                ("Vera Orlova", "The Last Ferry", "castMember", "Marta Kowal", "negated"),
                ("Vera Orlova", "Vera Orlova", "influencedBy", "Anton Belsky", "asserted"),
                ("Vera Orlova", "Vera Orlova", "workedOn", "Northern Line", "negated"),
            ),
        ),
        (
            {"speaker": ["vera orlova"]},
            (
                ("name", "subject", "relation", "object", "modality"),
                ("Vera Orlova", "Salt Road", "screenwriter", "Vera Orlova", "asserted"),
                ("Vera Orlova", "The Last Ferry", "castMember", "Marta Kowal", "negated"),
                ("Vera Orlova", "Vera Orlova", "influencedBy", "Anton Belsky", "asserted"),
                ("Vera Orlova", "Vera Orlova", "workedOn", "Northern Line", "negated"),
            ),
        ),
        ({"speaker": ["nobody"]}, (("name", "subject", "relation", "object", "modality"),)),
    ),
    "students_at_festival": (
        (
            {"teacher": ["Belsky"]},
            (
                ("student", "film", "festivalName", "year"),
                ("Nino Lomidze", "Glass Orchard", "Locarno Film Festival", "2018"),
                ("Nino Lomidze", "Glass Orchard", "Cannes Film Festival", "2019"),
                ("Vera Orlova", "Winter Harbour", "Locarno Film Festival", "2016"),
                ("Vera Orlova", "Salt Road", "Cannes Film Festival", "2019"),
                ("Vera Orlova", "Salt Road", "Locarno Film Festival", "2020"),
                ("Vera Orlova", "North Wind", "Cannes Film Festival", "2022"),
            ),
        ),
        (
            {"teacher": ["Belsky"], "festival": ["Cannes"]},
            (
                ("student", "film", "festivalName", "year"),
                ("Nino Lomidze", "Glass Orchard", "Cannes Film Festival", "2019"),
                ("Vera Orlova", "Salt Road", "Cannes Film Festival", "2019"),
                ("Vera Orlova", "North Wind", "Cannes Film Festival", "2022"),
            ),
        ),
    ),
    "students_of_students": (
        (
            {},
            (
                ("teacherName", "student", "grandstudent"),
                ("Anton Belsky", "Vera Orlova", "Eva Lind"),
            ),
        ),
        ({"teacher": ["Orlova"]}, (("teacherName", "student", "grandstudent"),)),
    ),
    "teacher_students": (
        (
            {"teacher": ["Belsky"]},
            (
                ("student", "year", "film"),
                ("Nino Lomidze", "2018", "Glass Orchard"),
                ("Nino Lomidze", None, "Northern Line"),
                ("Vera Orlova", "2012", "Quiet Ferry"),
                ("Vera Orlova", "2016", "Winter Harbour"),
                ("Vera Orlova", "2019", "Salt Road"),
                ("Vera Orlova", "2022", "North Wind"),
            ),
        ),
    ),
    "article_added": (
        (
            {"article": ["profile orlova.txt"]},
            (
                ("subject", "relation", "object", "status"),
                ("Anton Belsky", "taughtAt", "Harbour Film School", "accepted"),
                ("Ilona Berg", "authorOf", "Salt", "accepted"),
                ("Lighthouse Pictures", "locatedIn", "Riga", "accepted"),
                ("Nino Lomidze", "classmateOf", "Vera Orlova", "accepted"),
                ("Nino Lomidze", "educatedAt", "Harbour Film School", "accepted"),
                ("Nino Lomidze", "studentOf", "Anton Belsky", "accepted"),
                ("Piazza Grande", "sectionOf", "Locarno Film Festival", "accepted"),
                ("Salt Road", "basedOn", "Salt", "accepted"),
                ("Salt Road", "country", "Latvia", "accepted"),
                ("Salt Road", "publicationYear", "2019", "accepted"),
                ("The Last Ferry", "castMember", "Marta Kowal", "disputed"),
                ("The Last Ferry", "filmingLocation", "Tallinn", "planned"),
                ("The Last Ferry", "productionStatus", "planned", "accepted"),
                ("Vera Orlova", "birthDate", "1985-01-25", "accepted"),
                ("Vera Orlova", "birthPlace", "Riga", "disputed"),
                ("Vera Orlova", "educatedAt", "Harbour Film School", "accepted"),
                ("Vera Orlova", "residence", "Tallinn", "accepted"),
                ("Vera Orlova", "studentOf", "Anton Belsky", "accepted"),
                ("Winter Harbour", "director", "Vera Orlova", "accepted"),
                ("Winter Harbour", "publicationYear", "2016", "accepted"),
                ("Winter Harbour", "screenedAt", "Locarno Film Festival", "disputed"),
                ("Winter Harbour", "won", "Golden Leopard", "accepted"),
            ),
        ),
    ),
    "decisions_taken": (
        (
            {},
            (
                ("when", "name", "verdict", "left", "relation", "right", "note"),
                ("2026-11-25", "Vera K.", "different", "Nowak", None, "Novak", None),
                ("2026-11-26T10:00:00Z", "Ilya", "reject", "Salt Road", "editor", "Weber", "a misprint"),
            ),
        ),
        (
            {"who": ["Ilya"]},
            (
                ("when", "name", "verdict", "left", "relation", "right", "note"),
                ("2026-11-26T10:00:00Z", "Ilya", "reject", "Salt Road", "editor", "Weber", "a misprint"),
            ),
        ),
    ),
    "sections_official_and_independent": (
        (
            {},
            (
                ("name", "section", "standing", "runner", "films"),
                ("Cannes Film Festival", "Un Certain Regard", "independent", "Somebody Else", "2"),
                ("Locarno Film Festival", "Piazza Grande", "official", None, "1"),
            ),
        ),
        (
            {"festival": ["Locarno"]},
            (
                ("name", "section", "standing", "runner", "films"),
                ("Locarno Film Festival", "Piazza Grande", "official", None, "1"),
            ),
        ),
    ),
    "sections_share_of_women": (
        (
            {},
            (
                ("name", "section", "known", "women", "percent"),
                ("Cannes Film Festival", "Un Certain Regard", "2", "2", "100"),
                ("Locarno Film Festival", "Piazza Grande", "1", "1", "100"),
            ),
        ),
        (
            {"edition": ["2022"]},
            (
                ("name", "section", "known", "women", "percent"),
                ("Cannes Film Festival", "Un Certain Regard", "1", "1", "100"),
            ),
        ),
    ),
}
