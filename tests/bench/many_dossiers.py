"""A centre with very many dossiers, for measuring lists and searches.

A few dozen are opened over the API, in several states; then their rows are written again and again
with other ids, codes, days and names. Only what lists and searches read is multiplied: the log, the
books and the figures are those of the few, so that `queue_server check` has no place here.
"""
import itertools
import random
import sqlite3
import unicodedata

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Nông", "Triệu", "Lý", "Đặng", "Dương", "Bàn", "Ma")
MIDDLE = ("Thị", "Văn", "Mẫu", "Minh", "Thu", "Đức", "Ngọc", "Quang")
GIVEN = ("An", "Bình", "Cúc", "Dũng", "Giang", "Hà", "Hạnh", "Hùng", "Khánh", "Lan", "Liên", "Long", "Mai",
         "Nam", "Nga", "Oanh", "Phúc", "Quyên", "Sơn", "Tâm", "Thảo", "Trang", "Tuyết", "Út", "Vân", "Xuân", "Yến")
STATES = (("returned", 0.955), ("processing", 0.02), ("accepted", 0.01), ("result_ready", 0.015))
DAY_MS = 86400000


def folded(text):
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def rows_of(database, table, where):
    cursor = database.execute(f"SELECT * FROM {table} WHERE {where}")
    return [column[0] for column in cursor.description], cursor.fetchall()


class Multiplied:
    """count: how many there shall be. Gives words to search for."""

    def __init__(self, path, count, seed=1):
        self.dice = random.Random(seed)
        self.count = count
        database = sqlite3.connect(path)
        database.execute("PRAGMA synchronous = OFF")
        names, patterns = rows_of(database, "dossier", "accepted_at IS NOT NULL")
        person_names, people = rows_of(database, "dossier_person", "part = 'applicant'")
        self.patterns = [dict(zip(names, row)) for row in patterns]
        self.person = dict(zip(person_names, people[0]))
        self.first = max(row["id"] for row in self.patterns) + 10_000_000
        self.write(database, "dossier", names, self.dossiers())
        self.write(database, "dossier_person", person_names, self.persons())
        self.write(database, "dossier_word", ("centre_id", "word", "dossier_id"), self.words())
        database.execute("ANALYZE")
        database.commit()
        database.close()

    @staticmethod
    def write(database, table, names, rows):
        marks = ", ".join("?" * len(names))
        database.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)
        database.commit()

    def name(self, index):
        """Of dossier `index`: the same each time it is asked for."""
        dice = random.Random(index)
        return f"{dice.choice(FAMILY)} {dice.choice(MIDDLE)} {dice.choice(GIVEN)}"

    def dossiers(self):
        states, weights = zip(*STATES)
        for index in range(self.count):
            row = dict(self.dice.choice(self.patterns))
            age = (self.count - index) * 3000 * DAY_MS // self.count  # the newest is of today
            state = self.dice.choices(states, weights)[0]
            ended = state in ("returned", "result_ready")
            accepted = row["accepted_at"] - age
            row.update(id=self.first + index, code=f"H99.{index:07d}", external_code=None, state=state,
                       created_at=accepted, accepted_at=accepted, version=self.first + index,
                       ended_at=accepted + DAY_MS if ended else None, verdict="early" if ended else None,
                       near_at=None if ended else accepted + DAY_MS, late_at=None if ended else accepted + 5 * DAY_MS,
                       returned_at=accepted + 2 * DAY_MS if state == "returned" else None,
                       number=None, number_year=None, ticket=None, giver=None, book_row=None)
            yield tuple(row.values())

    def persons(self):
        for index in range(self.count):
            yield tuple({**self.person, "dossier_id": self.first + index, "full_name": self.name(index)}.values())

    def words(self):
        for index in range(self.count):
            words = list(dict.fromkeys(folded(self.name(index)).split()))
            for word in words + [" ".join(sorted(pair)) for pair in itertools.combinations(words, 2)]:
                yield 1, word, self.first + index

    def searches(self, number):
        """Names as somebody types them: whole ones, two words, one, with tones and without."""
        for index in itertools.islice(iter(lambda: self.dice.randrange(self.count), None), number):
            words = self.name(index).split()
            typed = " ".join(self.dice.choice((words, words[1:], words[-1:])))
            yield self.dice.choice((typed, folded(typed)))
