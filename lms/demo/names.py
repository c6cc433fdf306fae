"""Invented names by language area, given out in an order that is always the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count


def words(text: str) -> list[str]:
    """A list written as one line."""
    return text.split()


FAMILY = {
    "AL": words("Hoxha Shehu Kola Zogaj Prifti Leka Gjoka Basha Çela Duka Marku Ndoja Toska Rama Bushi Kurti Lika"),
    "BA": words("Hadžić Babić Halilović Kovačević Šimić Jurić Delić Bašić Marić Tomić Begić Ćosić Mehić Lukić Đurić"),
    "XK": words("Krasniqi Gashi Berisha Morina Dervishi Bytyqi Rexhepi Kelmendi Ahmeti Zeqiri Hyseni Osmani Çollaku"),
    "MD": words("Lungu Ceban Cojocaru Rusu Munteanu Țurcanu Popa Moraru Bostan Sârbu Grosu Vieru Ciobanu Ștefan"),
    "ME": words("Vukčević Radović Đukanović Perović Marković Nikolić Šćepanović Jovović Knežević Bulatović"),
    "MK": words("Спасовски Петровски Стојановски Ристевски Димитровски Николовски Трајковски Ѓорѓиевски"),
    "RS": words("Петровић Јовановић Николић Марковић Ђукић Илић Станковић Живковић Шарић Ћирић Лазић Симић Пешић"),
}
MEN = {
    "AL": words("Arben Besnik Gëzim Ilir Dritan Agron Altin Blerim Fatos Genc Kujtim Luan Petrit"),
    "BA": words("Amir Nenad Stjepan Goran Emir Mladen Haris Zoran Tarik Ivan Dario Senad Vedran"),
    "XK": words("Arben Ilir Dritan Bekim Agim Valon Fisnik Driton Burim Lulzim Naim Shpend"),
    "MD": words("Mihai Ion Vasile Andrei Sergiu Nicolae Victor Dumitru Gheorghe Alexandru Ștefan"),
    "ME": words("Nikola Marko Đorđe Luka Vuk Miloš Petar Stefan Darko Ivan"),
    "MK": words("Љупчо Зоран Горан Драган Дејан Владимир Борис Стефан Ѓоко Кире"),
    "RS": words("Марко Никола Ђорђе Зоран Драган Ненад Горан Жељко Милош Стефан Александар Душан Бојан"),
}
WOMEN = {
    "AL": words("Elira Arta Mirela Drita Vjosa"),
    "BA": words("Azra Snežana Ivana Lejla Jelena"),
    "XK": words("Vlora Teuta Arbresha Mimoza Njomza"),
    "MD": words("Doina Elena Natalia Irina Olga"),
    "ME": words("Ivana Jelena Milena Sanja Tijana"),
    "MK": words("Зорица Весна Елена Билјана Марија"),
    "RS": words("Милица Јована Снежана Ивана Жељка"),
}


@dataclass(frozen=True)
class Somebody:
    """An invented person before they are entered: names in their own script, sex, a service number of the demo."""

    family_name: str
    given_name: str
    sex: str
    service_number: str


def invented(place: str) -> Iterator[Somebody]:
    """Endless people of one jurisdiction: every eighth a woman, no name twice before all pairs are used."""
    family, men, women = FAMILY[place], MEN[place], WOMEN[place]
    for number in count():
        is_woman = number % 8 == 3
        given = women if is_woman else men
        turn = number // len(family)
        yield Somebody(
            family[number % len(family)],
            given[(number + turn) % len(given)],
            "woman" if is_woman else "man",
            f"{place}-{30000 + number * 7:05d}",
        )
