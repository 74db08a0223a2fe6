"""Two weeks of dossiers, played through the API of a training centre.

Sessions 07:30-11:30 and 13:00-17:00, Monday to Friday; the procedure has 5 working days. From
Monday 2 March 2026 on: A is settled early on the 5th, B (online) on its day, the 9th, C late on the
11th; D asks for papers on the 4th and waits, E lies at the desk, F comes on the 10th, G is withdrawn
on the 12th. The clock then stands at the 13th, 08:00.
"""

PROCEDURE = "1.003583"  # WORKING_DAYS 5, handled by VP_HDND_UBND
APPLICANT = {"kind": "citizen", "full_name": "Nông Thị Mẫu", "personal_id": "006190012345",
             "birth_date": "1990-08-15", "sex": "female", "address": "Thôn Nà Vài",
             "identity_document": "card"}


class Fortnight:
    """Plays when it is made; `dossiers` has each as its last action left it."""

    def __init__(self, centre):
        self.centre, self.dossiers = centre, {}
        self.desk, self.officer, self.head, self.leader, self.registry, self.manager = (
            centre.client(role)
            for role in ("TIEP_NHAN", "THU_LY", "LD_PHONG", "LANH_DAO", "VAN_THU", "GD_TT"))
        self._play()

    def act(self, client, operation, name, body=None):
        dossier = self.dossiers[name]
        self.dossiers[name] = client.call(operation, dossier=dossier["id"], body=body,
                                          If_Match=f'"{dossier["version"]}"').json

    def open(self, name, **changes):
        rows = self.desk.call("getProcedure", procedure=PROCEDURE).json["documents"]
        papers = [{"row": row["row"], "name": row["name"], "form": row["form"], "originals": 1,
                   "copies": 0, "scan": {"file": "trang.pdf"}} for row in rows if row["required"]]
        body = {"procedure": PROCEDURE, "applicant": APPLICANT, "documents": papers,
                "channel": "counter", "result_delivery": "counter", "intake": "accept", **changes}
        self.dossiers[name] = self.desk.call("createDossier", body=body, expect=201).json

    def hand(self, name):
        self.act(self.desk, "handOverDossier", name, {"account": "thuly"})
        self.act(self.officer, "confirmHandover", name)

    def settle(self, name, number):
        self.act(self.leader, "signDossier", name,
                 {"outcome": "approved", "title": "Kết quả", "file": "ket-qua.pdf"})
        self.act(self.registry, "issueResult", name, {"number": number})

    def _play(self):
        self.centre.clock("2026-03-02T09:00:00+07:00")
        for name in "ABCDEG":
            self.open(name, **({"channel": "online"} if name == "B" else {}))
        for name in "ABCDG":
            self.hand(name)
        self.centre.clock("2026-03-04T09:00:00+07:00")
        self.act(self.head, "requestSupplement", "D",
                 {"items": ["Bản sao sổ hộ khẩu"], "reason": "Hồ sơ thiếu giấy tờ"})
        self.centre.clock("2026-03-05T10:00:00+07:00")
        self.settle("A", "01/KQ")
        self.centre.clock("2026-03-09T16:59:00+07:00")
        self.settle("B", "02/KQ")
        self.centre.clock("2026-03-10T08:00:00+07:00")
        self.open("F")
        self.centre.clock("2026-03-11T08:00:00+07:00")
        self.settle("C", "03/KQ")
        self.centre.clock("2026-03-12T08:00:00+07:00")
        self.act(self.desk, "requestWithdrawal", "G", {"reason": "Công dân xin rút hồ sơ"})
        self.act(self.manager, "stopDossier", "G", {"reason": "Theo đề nghị của công dân"})
        self.centre.clock("2026-03-13T08:00:00+07:00")
