"""The words ministries write over their columns, in the languages of the region; compared by `text.fold`.

Order: English, Serbian/Bosnian/Croatian/Montenegrin, Macedonian where it differs, Albanian, Romanian. An app takes the
tuples it needs as `Column(aliases=…)` and adds its own.
"""

FAMILY_NAME = (
    "Family name", "Surname", "Last name", "Prezime", "Презиме", "Mbiemri", "Mbiemër", "Nume", "Nume de familie",
    "Numele",
)  # fmt: skip
GIVEN_NAME = (
    "Given name", "Given names", "First name", "Forename", "Ime", "Име", "Emri", "Emër", "Prenume", "Prenumele",
)  # fmt: skip
FULL_NAME = (
    "Full name", "Name and surname", "Ime i prezime", "Prezime i ime", "Име и презиме", "Презиме и име",
    "Emri dhe mbiemri", "Emër mbiemër", "Nume și prenume", "Numele și prenumele",
)  # fmt: skip
SEX = ("Sex", "Gender", "Pol", "Пол", "Spol", "Gjinia", "Gjini", "Seksi", "Sexul", "Gen", "M/F", "M/Ž")
SERVICE_NUMBER = (
    "Service number", "Service no", "Badge number", "Employee number", "Službeni br.", "Službeni broj",
    "Службени број", "Broj službene legitimacije", "Број службене легитимације", "Broj značke", "Службен број",
    "Број на службена легитимација", "Numri i shërbimit", "Nr. i shërbimit", "Numri personal i shërbimit",
    "Număr de serviciu", "Nr. de serviciu", "Număr legitimație",
)  # fmt: skip
UNIT = (
    "Unit", "Organisational unit", "Organizational unit", "Department", "Organizaciona jedinica",
    "Организациона јединица", "Organizacijska jedinica", "Org. jedinica", "Jedinica", "Јединица",
    "Организациска единица", "Единица", "Njësia", "Njësia organizative", "Unitatea", "Subdiviziunea",
    "Subdiviziune",
)  # fmt: skip
JOB_FUNCTION = (
    "Job function", "Function", "Position", "Post", "Job title", "Radno mesto", "Radno mjesto", "Радно место",
    "Funkcija", "Функција", "Dužnost", "Дужност", "Работно место", "Pozita", "Pozicioni", "Vendi i punës",
    "Funksioni", "Funcția", "Funcție",
)  # fmt: skip
EMAIL = (
    "E-mail", "Email", "E-mail address", "Email address", "E-pošta", "Е-пошта", "Elektronska pošta",
    "Adresa e-pošte", "Imejl", "Имејл", "Мејл", "Mejl", "Posta elektronike", "E-posta", "Adresa e-mail",
    "Poșta electronică",
)  # fmt: skip
INSTITUTION = (
    "Institution", "Police body", "Organisation", "Organization", "Institucija", "Институција", "Ustanova",
    "Установа", "Organ", "Institucioni", "Instituția", "Instituție",
)  # fmt: skip
YEARS_IN_POST = (
    "Years in post", "Years in position", "Years of service", "Godine na radnom mestu", "Godina na radnom mjestu",
    "Godine staža", "Године на радном месту", "Године стажа", "Години на работно место", "Vite në pozitë",
    "Vite në detyrë", "Ani în funcție", "Vechime în funcție",
)  # fmt: skip
ENGLISH_LEVEL = (
    "English (CEFR)", "English", "English level", "Level of English", "Engleski jezik", "Engleski", "Енглески",
    "Енглески језик", "Nivo engleskog", "Razina engleskog", "Англиски", "Англиски јазик", "Anglisht",
    "Gjuha angleze", "Niveli i anglishtes", "Limba engleză", "Engleză",
)  # fmt: skip
ENDORSED_BY = (
    "Endorsed by", "Approved by", "Saglasnost dao", "Odobrio", "Odobrila", "Одобрио", "Одобрил", "Miratuar nga",
    "Aprobat de", "Avizat de",
)  # fmt: skip
ENDORSED_ON = (
    "Endorsed on", "Date of endorsement", "Approved on", "Datum saglasnosti", "Odobreno", "Datum odobrenja",
    "Датум сагласности", "Датум одобрења", "Одобрено на", "Miratuar më", "Data e miratimit", "Aprobat la",
    "Data aprobării",
)  # fmt: skip
MOTIVATION = (
    "Motivation", "Reason", "Motivacija", "Obrazloženje", "Мотивација", "Образложење", "Образложение", "Motivimi",
    "Arsyetimi", "Motivația", "Motivare",
)  # fmt: skip
STAFF = (
    "Staff", "Number of staff", "Headcount", "Target staff", "Broj zaposlenih", "Број запослених", "Zaposleni",
    "Broj službenika", "Број на вработени", "Вработени", "Numri i stafit", "Stafi", "Numri i të punësuarve",
    "Personal", "Număr de angajați", "Efectiv",
)  # fmt: skip
WOMEN = (
    "of whom women", "Women", "Number of women", "od toga žena", "od toga žene", "Žene", "Од тога жена",
    "Broj žena", "од нив жени", "Жени", "prej tyre gra", "Gra", "Femra", "dintre care femei", "Femei",
)  # fmt: skip
VALID_FROM = (
    "Valid from", "In force from", "As of", "Važi od", "Važi od dana", "Важи од", "Vrijedi od", "Vlen nga",
    "Vlefshme nga", "E vlefshme nga", "Valabil de la", "Valabil din",
)  # fmt: skip
SOURCE = ("Source", "Source of the figure", "Izvor", "Извор", "Burimi", "Sursa")
# "Country" and its kin are what ministries write; we read them and never write them.
JURISDICTION = (
    "Jurisdiction", "Country", "Jurisdikcija", "Јурисдикција", "Država", "Држава", "Juridiksioni", "Shteti",
    "Jurisdicția", "Țara",
)  # fmt: skip

#: Headings of the column that only counts the rows: known, and of no use.
RUNNING_NUMBER = (
    "No", "No.", "Nr", "Nr.", "#", "№", "R.br.", "Rbr", "Red. br.", "Redni broj", "Р.бр.", "Редни број", "Ред. бр.",
    "Реден број", "Nr. rendor", "Nr. crt.", "Nr. d/o",
)  # fmt: skip
#: First words of a row that adds up those above it, folded.
TOTALS = frozenset(
    ("total", "totals", "subtotal", "totali", "totale", "sum", "suma", "shuma", "shumatorja", "githsej", "vkupno")
    + ("ukupno", "ukupan", "sveukupno", "svega", "medusuma", "zbir", "zbroj")
)
